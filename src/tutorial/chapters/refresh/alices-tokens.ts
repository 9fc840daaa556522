import type { Lab } from '../../../lab/lab.svelte.ts';
import { sendFormTo, settled } from '../../../lab/page-user.ts';
import type { ShopSettings } from '../../../server/shop/settings.ts';
import { runLine } from '../../console.ts';
import { isAtShop, isSet, mallory, openShop, shop } from '../../preparations.ts';
import type { Hands } from '../../step.ts';
import { plant, storedToken } from './tokens.ts';

export type TokensWanted = Partial<ShopSettings>;

/** The refresh token lies where script of the page, and so a thief's, can read it. */
export const withinReach = { refreshTokenIn: 'local-storage' } as const satisfies TokensWanted;

const wanted = (settings: TokensWanted) => ({ remember: 'access-refresh', ...settings }) as const;

/** Alice holds tokens of one sign-in that nobody has refreshed, expired or copied yet. */
export function holdsTokens(lab: Lab, settings: TokensWanted): boolean {
  const [row, ...others] = lab.tokens.refreshTokens;
  const living =
    row !== undefined &&
    others.length === 0 &&
    row.revokedAt === null &&
    lab.clock.now < row.issuedAt + lab.settings.accessTokenLifetimeSeconds * 1000;
  return (
    isAtShop(lab) &&
    isSet(lab, wanted(settings)) &&
    living &&
    storedToken(lab, 'access_token') !== null &&
    lab.browsers.get(mallory)?.storage.all().length === 0
  );
}

export async function prepareTokens(lab: Lab, settings: TokensWanted): Promise<void> {
  await openShop(lab, wanted(settings));
  await settled(lab);
  await open(lab, '/login');
  await sendFormTo(lab, '/login');
}

/** Goes there, and waits until the page's script has filled it in. */
async function open(lab: Lab, path: string): Promise<void> {
  await lab.visit(new URL(path, shop).href);
  await settled(lab);
}

export function visitPage(hands: Hands, path: string): Promise<void> {
  return hands.act('address-bar', (lab) => open(lab, path));
}

export async function signInByHand(hands: Hands): Promise<void> {
  await visitPage(hands, '/login');
  await hands.act('page', (lab) => sendFormTo(lab, '/login'));
}

export function sitDownAt(hands: Hands, browserId: string): Promise<void> {
  return hands.act('browser-choice', (lab) => lab.showBrowser(browserId));
}

export function wait(hands: Hands, minutes: number): Promise<void> {
  return hands.act('clock', (lab) => lab.advance(minutes * 60_000));
}

export function runInConsole(hands: Hands, line: string): Promise<void> {
  return hands.act('console', (lab) => runLine(lab, line));
}

/** Mallory opens the shop with Alice's refresh token, as if it were hers. */
export async function comeAsAlice(hands: Hands): Promise<void> {
  const copy = storedToken(hands.lab, 'refresh_token') ?? '';
  await sitDownAt(hands, mallory);
  await visitPage(hands, '/');
  await runInConsole(hands, plant(copy));
  await visitPage(hands, '/account');
}
