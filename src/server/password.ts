import { equalInConstantTime } from './constant-time.ts';
import { fromHexadecimal } from './hexadecimal.ts';
import { pbkdf2 } from './pbkdf2.ts';

/** What a server keeps instead of a password. */
export interface PasswordHash {
  /** PBKDF2 with HMAC-SHA-256, 32 octets, hexadecimal (RFC 8018 §5.2). */
  readonly passwordHash: string;
  /** 16 octets, hexadecimal; each user has their own. */
  readonly salt: string;
  readonly iterations: number;
}

/** Whether it is the password that was hashed; compared in constant time. */
export async function passwordMatches(password: string, kept: PasswordHash): Promise<boolean> {
  const derived = await pbkdf2(password, fromHexadecimal(kept.salt), kept.iterations);
  return equalInConstantTime(derived, fromHexadecimal(kept.passwordHash));
}
