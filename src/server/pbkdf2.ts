const octets = 32;

/**
 * PBKDF2 with HMAC-SHA-256, 32 octets (RFC 8018 §5.2), by the browser's WebCrypto. Where there is none, as
 * on an insecure origin, by a library in JavaScript, slower and loaded only then: sign-in goes on working.
 */
export async function pbkdf2(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined) return inJavaScript(password, salt, iterations);
  const octetsOfPassword = new TextEncoder().encode(password);
  const key = await subtle.importKey('raw', octetsOfPassword, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await subtle.deriveBits(algorithm, key, 8 * octets));
}

async function inJavaScript(password: string, salt: Uint8Array, iterations: number) {
  const [{ pbkdf2Async }, { sha256 }] = await Promise.all([
    import('@noble/hashes/pbkdf2.js'),
    import('@noble/hashes/sha2.js'),
  ]);
  return pbkdf2Async(sha256, password, salt, { c: iterations, dkLen: octets });
}
