import { decodeBase64url, encodeBase64url } from '../../../jwt/base64url.ts';
import { equalInConstantTime } from '../../constant-time.ts';

/** `value.mac`: readable by everyone, made only by who holds the key. `null` without WebCrypto. */
export async function withMac(name: string, value: string, key: string): Promise<string | null> {
  const mac = await macOf(name, value, key);
  return mac === null ? null : `${value}.${encodeBase64url(mac)}`;
}

export type MacVerdict = { readonly ok: true; readonly value: string } | { readonly ok: false };

export async function checkMac(name: string, signed: string, key: string): Promise<MacVerdict> {
  const dot = signed.lastIndexOf('.');
  const claimed = decodeBase64url(signed.slice(dot + 1));
  const value = signed.slice(0, Math.max(dot, 0));
  const mac = await macOf(name, value, key);
  const matches = dot >= 0 && claimed !== null && mac !== null && equalInConstantTime(claimed, mac);
  return matches ? { ok: true, value } : { ok: false };
}

/** HMAC-SHA-256 over name and value, so that one cookie's value cannot be passed off as another's. */
async function macOf(name: string, value: string, key: string): Promise<Uint8Array | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined) return null;
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const macKey = await subtle.importKey('raw', text.encode(key), algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', macKey, text.encode(`${name}=${value}`)));
}
