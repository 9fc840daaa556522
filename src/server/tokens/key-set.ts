import { toHexadecimal } from '../hexadecimal.ts';
import type { TokenAlgorithm } from '../shop/settings.ts';
import type { Turn } from '../shop/turn.ts';
import { canSign, newKeyMembers } from './signature.ts';
import { currentKey, isRetired, type SigningKey } from './signing-key.ts';

/** What keeping the key set needs; a request's turn has it, and so has whoever rotates by hand. */
export type KeySetting = Pick<Turn, 'now' | 'randomBytes' | 'stores'> & {
  readonly settings: Pick<Turn['settings'], 'careless'>;
};

/** The key that signs now; made where there is none yet. `null` without the browser's cryptography. */
export async function signingKey(
  turn: Turn,
  algorithm: TokenAlgorithm,
): Promise<SigningKey | null> {
  // #marker: choose-key
  const kept = currentKey(turn.stores.signingKeys.values(), algorithm, turn.settings.careless);
  if (kept !== undefined) {
    turn.trace.done('key-chosen', 'server/tokens/key-set.ts#choose-key', { kid: kept.kid });
    return kept;
  }
  if (!canSign(algorithm)) {
    const rule = { document: 'Shop' } as const;
    turn.trace.refused('signing-unavailable', 'server/tokens/key-set.ts#choose-key', rule, {});
    return null;
  }
  const made = await addKey(turn, algorithm);
  const values = { kid: made.kid, alg: algorithm };
  turn.trace.done('key-made', 'server/tokens/key-set.ts#choose-key', values);
  return made;
}

/** A new key signs from now on; the old ones only verify, until the last token of theirs has expired. */
export async function rotateKey(
  setting: KeySetting,
  algorithm: TokenAlgorithm,
): Promise<SigningKey> {
  const { signingKeys } = setting.stores;
  const members = await makeMembers(setting, algorithm);
  for (const key of [...signingKeys.values()]) {
    const replaced = { ...key, replacedAt: key.replacedAt ?? setting.now };
    if (isRetired(replaced, setting.now)) signingKeys.delete(key.kid);
    else signingKeys.set(key.kid, replaced);
  }
  return put(setting, algorithm, members);
}

async function addKey(setting: KeySetting, algorithm: TokenAlgorithm): Promise<SigningKey> {
  const members = await makeMembers(setting, algorithm);
  // Making a pair takes its time, in which another request may have made one.
  const { stores, settings } = setting;
  const other = currentKey(stores.signingKeys.values(), algorithm, settings.careless);
  return other ?? put(setting, algorithm, members);
}

function makeMembers(
  { randomBytes, settings }: KeySetting,
  algorithm: TokenAlgorithm,
): Promise<SigningKey['jwk']> {
  const { weakSecret } = settings.careless;
  return newKeyMembers({ algorithm, randomBytes, weakSecret });
}

function put(
  { stores, randomBytes, now }: KeySetting,
  algorithm: TokenAlgorithm,
  jwk: SigningKey['jwk'],
): SigningKey {
  const kid = toHexadecimal(randomBytes(4));
  const key = { kid, algorithm, jwk, createdAt: now, replacedAt: null, longestExp: 0 };
  stores.signingKeys.set(kid, key);
  return key;
}
