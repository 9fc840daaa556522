import type { Browser } from '../../../browser/browser.ts';
import { decodeJwt } from '../../../jwt/decode.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import { hashOf } from '../../../server/api/refresh-token.ts';

/** A value that a browser keeps, and in which browser. */
export interface HeldToken {
  readonly browserId: string;
  readonly value: string;
}

/** The refresh token of which the shop has only the hash. */
export function holderOfHash(lab: Lab, hash: string): HeldToken | null {
  return heldToken(lab, (value) => value.length === refreshLength && hashOf(value) === hash);
}

/** The JWT with this `jti`. */
export function holderOfJti(lab: Lab, jti: string): HeldToken | null {
  return heldToken(lab, (value) => {
    if (!value.startsWith('eyJ')) return false;
    const decoded = decodeJwt(value);
    return decoded.ok && decoded.claims['jti'] === jti;
  });
}

/** 256 bits in base64url. */
const refreshLength = 43;

/** The browser on the stage before the others. */
function heldToken(lab: Lab, isIt: (value: string) => boolean): HeldToken | null {
  for (const browserId of [lab.browserId, ...lab.browsers.keys()]) {
    const browser = lab.browsers.get(browserId);
    const value = browser && valuesOf(browser).find(isIt);
    if (value !== undefined) return { browserId, value };
  }
  return null;
}

function valuesOf({ jar, storage }: Browser): readonly string[] {
  return [
    ...jar.all().map(({ value }) => value),
    ...storage.all().flatMap(({ entries }) => entries.map(([, value]) => value)),
  ];
}
