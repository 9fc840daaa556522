import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import type { WithheldCode } from '../../../cookies/decision.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import type { CookieAttributes } from '../../../server/shop/settings.ts';
import { storedKey } from '../../observations.ts';
import {
  alice,
  credentials,
  isAtShop,
  isSet,
  isSignedIn,
  openShop,
  shopCookies,
  signIn,
} from '../../preparations.ts';
import type { Evidence, Hands } from '../../step.ts';

type Wanted = Partial<CookieAttributes>;

/** Alice is signed in by a key with these attributes, and has no other cookie of the shop's. */
export function holdsKey(lab: Lab, cookie: Wanted): boolean {
  return (
    isAtShop(lab) &&
    isSet(lab, { remember: 'session', cookie }) &&
    isSignedIn(lab) &&
    shopCookies(lab).length === 1 &&
    lab.browserSettings.thirdPartyCookies === 'allowed'
  );
}

export async function prepareKey(lab: Lab, cookie: Wanted): Promise<void> {
  await openShop(lab, { remember: 'session', cookie });
  await signIn(lab);
}

/** Signs in as a customer does, by the form. */
export async function signInByHand(hands: Hands): Promise<void> {
  await hands.visit('/login');
  await hands.submit('/login', credentials('alice'));
}

/** Whether this rule kept the key back. */
export function keptBack({ cookies }: Exchange, code: WithheldCode): boolean {
  return cookies.withheld.some((one) => one.code === code && isSessionCookie(one.cookie.name));
}

/** The key of the newest sign-in since the step began. */
export function newestKey({ exchanges }: Evidence) {
  return exchanges
    .filter(({ browserId }) => browserId === alice)
    .map((one) => storedKey(one))
    .findLast((cookie) => cookie !== undefined);
}
