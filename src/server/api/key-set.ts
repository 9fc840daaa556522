import { toHexadecimal } from '../hexadecimal.ts';
import type { AccessTokenAlgorithm } from '../shop/settings.ts';
import type { Turn } from '../shop/turn.ts';
import { canSign, newKeyMembers } from './signature.ts';
import { currentKey, isRetired, type SigningKey } from './signing-key.ts';

/** What keeping the key set needs; a request's turn has it, and so has whoever rotates by hand. */
export type KeySetting = Pick<Turn, 'now' | 'randomBytes' | 'stores'>;

/** The key that signs now; made where there is none yet. `null` without the browser's cryptography. */
export async function signingKey(turn: Turn): Promise<SigningKey | null> {
  // #marker: choose-key
  const algorithm = turn.settings.accessTokenAlgorithm;
  const kept = currentKey(turn.stores.signingKeys.values(), algorithm);
  if (kept !== undefined) {
    turn.trace.done('key-chosen', 'server/api/key-set.ts#choose-key', { kid: kept.kid });
    return kept;
  }
  if (!canSign()) {
    const rule = { document: 'Shop' } as const;
    turn.trace.refused('signing-unavailable', 'server/api/key-set.ts#choose-key', rule, {});
    return null;
  }
  const made = await addKey(turn, algorithm);
  const values = { kid: made.kid, alg: algorithm };
  turn.trace.done('key-made', 'server/api/key-set.ts#choose-key', values);
  return made;
}

/** A new key signs from now on; the old ones only verify, until the last token of theirs has expired. */
export async function rotateKey(
  setting: KeySetting,
  algorithm: AccessTokenAlgorithm,
): Promise<SigningKey> {
  const { signingKeys } = setting.stores;
  const members = await newKeyMembers(algorithm, setting.randomBytes);
  for (const key of [...signingKeys.values()]) {
    const replaced = { ...key, replacedAt: key.replacedAt ?? setting.now };
    if (isRetired(replaced, setting.now)) signingKeys.delete(key.kid);
    else signingKeys.set(key.kid, replaced);
  }
  return put(setting, algorithm, members);
}

async function addKey(setting: KeySetting, algorithm: AccessTokenAlgorithm): Promise<SigningKey> {
  const members = await newKeyMembers(algorithm, setting.randomBytes);
  // Making a pair takes its time, in which another request may have made one.
  const other = currentKey(setting.stores.signingKeys.values(), algorithm);
  return other ?? put(setting, algorithm, members);
}

function put(
  { stores, randomBytes, now }: KeySetting,
  algorithm: AccessTokenAlgorithm,
  jwk: SigningKey['jwk'],
): SigningKey {
  const kid = toHexadecimal(randomBytes(4));
  const key = { kid, algorithm, jwk, createdAt: now, replacedAt: null, longestExp: 0 };
  stores.signingKeys.set(kid, key);
  return key;
}
