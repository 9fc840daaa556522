import { isShared, publicHalf, type SigningKey } from '../../server/tokens/signing-key.ts';
import type { Remembered } from '../memory.ts';

const signingKeys = 'shop/signing-keys';
const cookieSecret = 'shop/secrets';

/**
 * Without what signs: of a pair the public half stays, which verifies what was signed before and signs nothing
 * more; a shared secret goes, and so does that of signed cookies. The shop makes new ones when it needs them.
 *
 * @param time milliseconds since the epoch
 */
export function publicKeysOnly(
  remembered: Remembered,
  time: number,
): { readonly remembered: Remembered; readonly keys: number } {
  const { [signingKeys]: kept = [], [cookieSecret]: secrets = [], ...rest } = remembered;
  const publicHalves = kept.flatMap(([kid, value]): (readonly [string, SigningKey])[] => {
    // Under this name there are the shop's keys and nothing else.
    const key = value as SigningKey;
    if (isShared(key.algorithm)) return [];
    return [[kid, { ...key, jwk: publicHalf(key.jwk), replacedAt: key.replacedAt ?? time }]];
  });
  return {
    remembered: publicHalves.length > 0 ? { ...rest, [signingKeys]: publicHalves } : rest,
    keys: kept.length + secrets.length,
  };
}
