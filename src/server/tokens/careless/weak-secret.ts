import { secretFromText } from '../../../jwt/jwk/secret-key.ts';
import type { Jwk } from '../../../jwt/jwk/jwk.ts';

/** A word from any list of passwords: found in seconds by whoever has one token. */
export const weakSecret = 'croissant';

/** What a shop signs with that thinks a secret is a password. */
export function weakSecretKey(): Jwk {
  return secretFromText(weakSecret);
}
