import type { Lab } from '../../../lab/lab.svelte.ts';
import {
  isAtShop,
  isSet,
  isSignedIn,
  openShop,
  shopCookies,
  signIn,
  type SettingsWanted,
} from '../../preparations.ts';

/** The shop remembers by sessions, under the names that the learner has chosen. */
export function asNamed({ settings: { names } }: Lab): SettingsWanted {
  return { remember: 'session', names };
}

/** The shop remembers by sessions, and Alice has just signed in. */
export async function prepareSignedIn(lab: Lab): Promise<void> {
  await openShop(lab, asNamed(lab));
  await signIn(lab);
}

export function isAliceSignedIn(lab: Lab): boolean {
  return (
    isAtShop(lab) && isSet(lab, asNamed(lab)) && isSignedIn(lab) && shopCookies(lab).length === 1
  );
}

/** The shop remembers by sessions, and knows nobody yet. */
export function isNobodySignedIn(lab: Lab): boolean {
  return (
    isAtShop(lab) &&
    isSet(lab, asNamed(lab)) &&
    shopCookies(lab).length === 0 &&
    lab.sessions.length === 0
  );
}
