import { equalInConstantTime } from './constant-time.ts';
import { fromHexadecimal } from './hexadecimal.ts';

/** What a server keeps instead of a password. */
export interface PasswordHash {
  /** PBKDF2 with HMAC-SHA-256, 32 octets, hexadecimal (RFC 8018 §5.2). */
  readonly passwordHash: string;
  /** 16 octets, hexadecimal; each user has their own. */
  readonly salt: string;
  readonly iterations: number;
}

export type PasswordVerdict = 'matched' | 'wrong' | 'unavailable';

/** `unavailable` where the page has no WebCrypto, as on an insecure origin. */
export async function checkPassword(password: string, kept: PasswordHash): Promise<PasswordVerdict> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return 'unavailable';
  const key = await subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const { salt, iterations } = kept;
  const derived = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromHexadecimal(salt), iterations }, key, 256);
  return equalInConstantTime(new Uint8Array(derived), fromHexadecimal(kept.passwordHash)) ? 'matched' : 'wrong';
}
