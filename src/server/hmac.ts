/** By the browser's own cryptography, or, where the page has none, by a library that is loaded only then. */
export async function hmacSha256(
  secret: Uint8Array<ArrayBuffer>,
  input: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined)
    return (await import('../jwt/jws/hmac.ts')).hmac('HS256', secret, input);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', secret, algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, input));
}
