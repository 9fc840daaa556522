import { hmacSha256 } from '../../hmac.ts';
import { equalInConstantTime } from '../../constant-time.ts';

const mark = 's:';

/** As express-session writes its cookie: `s:`, the identifier, a point, its HMAC-SHA-256 in base64, percent-encoded. */
export async function signIdentifier(sid: string, secret: string): Promise<string> {
  return encodeURIComponent(`${mark}${sid}.${await signatureOf(sid, secret)}`);
}

/** The identifier of a cookie's value; `null` where it is not signed by us. */
export async function unsignIdentifier(value: string, secret: string): Promise<string | null> {
  const text = decoded(value);
  const dot = text.lastIndexOf('.');
  if (!text.startsWith(mark) || dot < 0) return null;
  const sid = text.slice(mark.length, dot);
  const octets = (one: string) => new TextEncoder().encode(one);
  const made = octets(await signatureOf(sid, secret));
  return equalInConstantTime(octets(text.slice(dot + 1)), made) ? sid : null;
}

async function signatureOf(sid: string, secret: string): Promise<string> {
  const octets = new TextEncoder();
  const mac = await hmacSha256(octets.encode(secret), octets.encode(sid));
  return btoa(String.fromCharCode(...mac)).replace(/=+$/, '');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
