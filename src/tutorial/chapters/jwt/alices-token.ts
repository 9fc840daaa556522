import { decodeJwt } from '../../../jwt/decode.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import type { CarelessSettings } from '../../../server/shop/settings.ts';
import { careful } from '../../../server/shop/settings.ts';
import { storedNamed } from '../../observations.ts';
import {
  isAtShop,
  isSet,
  openShop,
  shopCookie,
  signIn,
  type SettingsWanted,
} from '../../preparations.ts';

/** Long enough for a reader who takes their time, and gone with one turn of the clock by half an hour. */
const lasting = { remember: 'jwt-cookie', tokenLifetimeSeconds: 30 * 60 } as const;

/** What the shop does otherwise than a careful one with a shared secret. */
export type Otherwise = Pick<SettingsWanted, 'careless' | 'cookieTokenAlgorithm'>;

export const weak: CarelessSettings = { ...careful, weakSecret: true };
export const takesNone: CarelessSettings = { ...careful, acceptNone: true };

/** Alice has signed in, and her browser holds the token that the shop gave her, untouched and in force. */
export function holdsToken(lab: Lab, otherwise: Otherwise = {}): boolean {
  const token = shopCookie(lab, 'token')?.value ?? '';
  const read = decodeJwt(token);
  return (
    isAtShop(lab) &&
    isSet(lab, { ...lasting, ...otherwise }) &&
    read.ok &&
    read.claims.sub === 'alice' &&
    typeof read.claims.exp === 'number' &&
    lab.clock.now < read.claims.exp * 1000 &&
    lab.exchanges.some((one) => storedNamed(one, 'token')?.value === token)
  );
}

export async function prepareToken(lab: Lab, otherwise: Otherwise = {}): Promise<void> {
  await openShop(lab, { ...lasting, ...otherwise });
  await signIn(lab);
}
