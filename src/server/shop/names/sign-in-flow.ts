import type { ShopSettings } from '../settings.ts';
import { namingOf } from './naming.ts';

/** Where the shop sends its visitor on the way through sign-in; `null`: it answers with the page itself. */
export interface SignInFlow {
  readonly afterFailure: string | null;
  readonly afterSignOut: string;
}

const usual: SignInFlow = { afterFailure: null, afterSignOut: '/' };

/**
 * Spring Security's form login and log-out as they come (reference of 7.0, "Form Login" and "Handling Logouts");
 * Express leaves both to the application.
 */
const ofSpring: SignInFlow = { afterFailure: '/login?error', afterSignOut: '/login?logout' };

export function signInFlow(settings: Pick<ShopSettings, 'names' | 'remember'>): SignInFlow {
  return namingOf(settings) === 'spring' ? ofSpring : usual;
}
