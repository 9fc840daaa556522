import { textOfElement } from '../../browser/page/element-by-id.ts';
import type { ShopSettings } from '../../server/shop/settings.ts';
import type { Exchange } from '../exchange.ts';
import type { Lab } from '../lab.svelte.ts';
import { copyKey, putKey, type KeptKey } from '../kept-key.ts';
import type { Remembered } from '../memory.ts';
import { homeUrl } from '../world.svelte.ts';
import { followLinkTo, sendFormTo, settled } from '../page-user.ts';

/** What one way to remember left behind on the same visit that all ways are put through. */
export interface TrialVisit {
  /** All that browsers and servers held while Alice was known, and before she came. */
  readonly before: Remembered;
  readonly known: Remembered;
  /** The request of somebody who is known already: for her account, or the order where nobody is known. */
  readonly asKnown: readonly Exchange[];
  /** How Alice's key, copied while she was known, served somebody else. */
  readonly copy: CopiedKey;
}

export type CopiedKey =
  /** There was nothing that could be copied. */
  | { readonly fate: 'no-key' }
  | { readonly fate: 'never-opened' | 'dead-at-sign-out' | 'outlives-trial' }
  /** Virtual milliseconds after sign-out at which it was first found dead. */
  | { readonly fate: 'dies-later'; readonly afterMs: number };

const alice = 'alice-laptop';
const mallory = 'mallory-laptop';
const product = '/products/salt-bread';

const minute = 60_000;
/** So long after sign-out a copy that still opens is taken to have no end. */
const longestLook = 24 * 60;

/**
 * Alice comes to the bakery, puts a bread into her cart, signs in, looks at her account and signs out; somebody
 * else on the same network tries a copy of her key. Every step is done as the delivered page offers it.
 */
export async function trialVisit(lab: Lab, settings: ShopSettings): Promise<TrialVisit> {
  lab.changeSettings(settings);
  for (const id of [mallory, alice]) {
    lab.showBrowser(id);
    lab.joinNetwork('cafe');
  }
  await visit(lab, homeUrl);
  const before = lab.snapshot().remembered;
  if (settings.remember === 'nothing') return orderAtOnce(lab, before);

  await sendFormTo(lab, '/cart');
  if (!isAt(lab, '/login')) await followLinkTo(lab, '/login');
  await sendFormTo(lab, '/login');
  const asKnown = await during(lab, () => followLinkTo(lab, '/account'));
  const known = lab.snapshot().remembered;
  const key = copyKey(lab);
  const opened = await copyOpens(lab, key);
  await sendFormTo(lab, '/logout');
  return { before, known, asKnown, copy: opened ? await fateOf(lab, key) : neverOpened };
}

const neverOpened: CopiedKey = { fate: 'never-opened' };

async function orderAtOnce(lab: Lab, before: Remembered): Promise<TrialVisit> {
  await followLinkTo(lab, product);
  const asKnown = await during(lab, () => sendFormTo(lab, '/orders'));
  return { before, known: lab.snapshot().remembered, asKnown, copy: { fate: 'no-key' } };
}

async function during(lab: Lab, run: () => Promise<void>): Promise<readonly Exchange[]> {
  const first = lab.exchanges.length;
  await run();
  return lab.exchanges.slice(first);
}

async function visit(lab: Lab, url: string): Promise<void> {
  await lab.visit(url);
  await settled(lab);
}

/** Where only customers have a cart, a stranger has been led there already. */
function isAt(lab: Lab, path: string): boolean {
  return new URL(pageOf(lab)?.url ?? homeUrl).pathname === path;
}

function pageOf(lab: Lab) {
  return lab.browser.activeTab?.page ?? null;
}

async function copyOpens(lab: Lab, key: KeptKey): Promise<boolean> {
  lab.showBrowser(mallory);
  putKey(lab, key);
  await visit(lab, key.address);
  const opens = textOfElement(pageOf(lab)?.body ?? [], 'greeting') !== null;
  lab.showBrowser(alice);
  return opens;
}

async function fateOf(lab: Lab, key: KeptKey): Promise<CopiedKey> {
  if (!(await copyOpens(lab, key))) return { fate: 'dead-at-sign-out' };
  const atSignOut = lab.mark();
  // Using it may keep it alive: each look is taken at a copy that was left alone until then.
  const opensAfter = async (minutes: number) => {
    lab.advance(minutes * minute);
    const opens = await copyOpens(lab, key);
    lab.returnTo(atSignOut);
    return opens;
  };
  if (await opensAfter(longestLook)) return { fate: 'outlives-trial' };
  // Most keys die young: first it is looked later and later, then between the last two looks.
  let alive = 0;
  let dead = 1;
  while (dead < longestLook && (await opensAfter(dead))) [alive, dead] = [dead, 2 * dead];
  while (dead - alive > 1) {
    const between = Math.floor((alive + dead) / 2);
    if (await opensAfter(between)) alive = between;
    else dead = between;
  }
  return { fate: 'dies-later', afterMs: dead * minute };
}
