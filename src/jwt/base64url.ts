/** Octets that become text at once: a call takes only so many arguments. */
const chunk = 8192;

/**
 * Base64url without padding, as JWS uses it (RFC 7515 §2, RFC 4648 §5): `-` and `_` for `+` and `/`.
 */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunk)
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The octets, or `null` where the text is not strictly base64url: a foreign letter, padding, white
 * space, an impossible length, or bits set that no encoder sets (so every value has one spelling).
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let place = 0;
  let bits = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sextet = sextets[text.charCodeAt(index)] ?? notALetter;
    if (sextet === notALetter) return null;
    bits = (bits << 6) | sextet;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[place] = bits >> count;
    place += 1;
    bits &= (1 << count) - 1;
  }
  return bits === 0 ? bytes : null;
}

const notALetter = 64;

/** Value of each letter, by its code. */
const sextets = new Uint8Array(128).fill(notALetter);
for (const [value, letter] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
].entries())
  sextets[letter.charCodeAt(0)] = value;

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
