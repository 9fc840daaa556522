import { octets } from '../../../jwt/jwk/check-key.ts';
import type { ShopSettings } from '../../../server/shop/settings.ts';
import { tokenAlgorithm } from '../../../server/shop/settings.ts';
import { currentKey, isRetired, type SigningKey } from '../../../server/tokens/signing-key.ts';

/** `idle`: it may sign, but the way in use has another one. */
export type KeyState = 'signs' | 'verifies' | 'idle' | 'retired';

export function keyState(
  key: SigningKey,
  keys: readonly SigningKey[],
  settings: ShopSettings,
  now: number,
): KeyState {
  if (isRetired(key, now)) return 'retired';
  if (key.replacedAt !== null) return 'verifies';
  const current = currentKey(keys, tokenAlgorithm(settings), settings.careless);
  return current?.kid === key.kid ? 'signs' : 'idle';
}

/** Length of a shared secret. */
export function secretBits({ jwk }: SigningKey): number {
  return (octets(jwk['k'])?.length ?? 0) * 8;
}
