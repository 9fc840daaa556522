import { sha256 } from '@noble/hashes/sha2.js';
import { parseCookieString } from '../../cookies/cookie-string.ts';
import { fieldValue } from '../../http/fields.ts';
import { encodeBase64url } from '../../jwt/base64url.ts';
import { toHexadecimal } from '../hexadecimal.ts';
import { deleteCookieField, setCookieField } from '../set-cookie-field.ts';
import type { CookieAttributes } from '../shop/settings.ts';
import type { Turn } from '../shop/turn.ts';
import { textIn, type JsonObject } from './json.ts';

const cookieName = '__Secure-refresh';
export const refreshPath = '/refresh';

const attributes: CookieAttributes = {
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  maxAgeSeconds: null,
  path: refreshPath,
  domain: null,
};

/** 256 random bits: means nothing in itself, and is found by its hash alone. */
export function newRefreshToken(randomBytes: (count: number) => Uint8Array): string {
  return encodeBase64url(randomBytes(32));
}

/**
 * What is kept of a token. One fast hash is enough: nobody guesses 256 bits, unlike a password. At once, too:
 * a pause between looking up and replacing would let two requests pass with one token.
 */
export function hashOf(token: string): string {
  return toHexadecimal(sha256(new TextEncoder().encode(token)));
}

/** The refresh token that the request brings, in the way that the API is set to; `null`: none. */
export function presentedToken(turn: Turn, content: JsonObject): string | null {
  // #marker: read-token
  const inCookie = turn.settings.refreshTokenIn === 'cookie';
  const token = inCookie ? cookieOf(turn) : textIn(content, 'refresh_token');
  const place = inCookie ? 'Cookie' : 'JSON';
  const source = 'server/api/refresh-token.ts#read-token';
  if (token === '') {
    const rule = { document: 'RFC6749', section: '5.2' } as const;
    turn.trace.refused('refresh-token-absent', source, rule, { place });
    return null;
  }
  turn.trace.done('refresh-token-read', source, { token, place });
  return token;
}

function cookieOf({ request }: Turn): string {
  const cookies = parseCookieString(fieldValue(request.fields, 'cookie') ?? '');
  return cookies.find(([name]) => name === cookieName)?.[1] ?? '';
}

/** Hands the token out: in a cookie that only `/refresh` ever sees, or as a member of the JSON. */
export function handOut(turn: Turn, token: string, expiresAt: number): JsonObject {
  // #marker: hand-out
  const { refreshTokenIn } = turn.settings;
  const source = 'server/api/refresh-token.ts#hand-out';
  if (refreshTokenIn === 'local-storage') {
    turn.trace.done('refresh-token-in-content', source, {});
    return { refresh_token: token };
  }
  const maxAgeSeconds = Math.max(0, Math.floor((expiresAt - turn.now) / 1000));
  turn.setCookies.push(setCookieField(cookieName, token, { ...attributes, maxAgeSeconds }));
  turn.trace.done('cookie-set', 'server/api/refresh-token.ts#hand-out', { cookie: cookieName });
  return {};
}

/** Has the browser delete the cookie, if there may be one. */
export function takeBack(turn: Turn): void {
  if (turn.settings.refreshTokenIn !== 'cookie') return;
  // #marker: take-back
  turn.setCookies.push(deleteCookieField(cookieName, attributes));
  const source = 'server/api/refresh-token.ts#take-back';
  turn.trace.done('cookie-deleted', source, { cookie: cookieName });
}
