/**
 * Base64url without padding, as JWS uses it (RFC 7515 §2, RFC 4648 §5): `-` and `_` for `+` and `/`.
 */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The octets, or `null` where the text is not strictly base64url: a foreign letter, padding, white
 * space, an impossible length, or bits set that no encoder sets (so every value has one spelling).
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return encodeBase64url(bytes) === text ? bytes : null;
}

export function encodeTextAsBase64url(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}

/** `null` where octets are not strict base64url, or not UTF-8. */
export function decodeBase64urlText(text: string): string | null {
  const bytes = decodeBase64url(text);
  return bytes === null ? null : decodeUtf8(bytes);
}

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
