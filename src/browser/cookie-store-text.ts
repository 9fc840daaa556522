import { defaultPath } from '../cookies/default-path.ts';
import { prefixOf } from '../cookies/prefixes.ts';
import { ATTRIBUTE_VALUE_LIMIT, NAME_VALUE_LIMIT, nameValueSize } from '../cookies/size-limits.ts';
import { trimWhitespace } from '../cookies/whitespace.ts';
import { octets } from '../http/octets.ts';
import type { CookieStoreSetting } from './cookie-store-item.ts';
import type { ScriptRefusal, ScriptResult } from './script-access.ts';
import { cookieStoreRefusal } from './script-refusal.ts';

const LAST_DATE = Date.UTC(9999, 11, 31);

/** A semicolon, or any control character but HTAB. */
// The range is what the rule names.
const forbidden = /[;\p{Cc}]/u;

/** In a path Chromium lets the other control characters be. */
const forbiddenInPath = /[;\n\r\0]/;

/** Half of a surrogate pair, which is no character (Web IDL, USVString). */
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * The cookie that `cookieStore` is to set, written as a `Set-Cookie` field value, or why it refuses
 * (Cookie Store API, "set a cookie", as Chromium does it): always Secure, a path that ends in a slash; an empty
 * one means the document's default path.
 */
export function cookieStoreText(
  setting: CookieStoreSetting,
  expiryTime: number | null,
  documentUrl: string,
): ScriptResult<string> {
  const { domain = null, sameSite = 'strict', partitioned = false } = setting;
  const name = trimWhitespace(wellFormed(setting.name));
  const value = trimWhitespace(wellFormed(setting.value));
  const { hostname, pathname } = new URL(documentUrl);
  const path = setting.path === '' ? defaultPath(pathname) : closed(setting.path ?? '/');
  const refused =
    refuseCharacters(name, value) ??
    refuseName(name, value) ??
    refusePrefix(name, domain, setting.path === '' ? '/' : path) ??
    refuseDomain(domain, hostname) ??
    refusePath(path) ??
    refuseSize(name, value);
  if (refused !== null) return refused;
  const attributes = [
    domain === null ? null : `Domain=${domain}`,
    `Path=${canonicalPath(path)}`,
    expiryTime === null ? null : `Expires=${dateOf(expiryTime)}`,
    'Secure',
    `SameSite=${sameSite}`,
    partitioned ? 'Partitioned' : null,
  ];
  const written = [`${name}=${value}`, ...attributes.filter((one) => one !== null)];
  return { ok: true, value: written.join('; ') };
}

/** `/a` becomes `/a/`. */
function closed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** As in a URL: with `%20` for a space. Nothing in it begins a query or a fragment. Chromium encodes two more. */
function canonicalPath(path: string): string {
  const url = new URL('https://host');
  url.pathname = path.replaceAll('\t', '%09');
  return url.pathname.replaceAll('^', '%5E').replaceAll('|', '%7C');
}

function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}

/** The end of the second: what is still to come is not over. */
function dateOf(expiryTime: number): string {
  const within = Math.min(Math.max(expiryTime, 0), LAST_DATE);
  return new Date(Math.ceil(within / 1000) * 1000).toUTCString();
}

function refuseCharacters(name: string, value: string): ScriptRefusal | null {
  const character = forbidden.exec(`${name}${value}`.replaceAll('\t', ' '))?.[0];
  return character === undefined
    ? null
    : cookieStoreRefusal('forbidden-character', { code: character.codePointAt(0) ?? 0 });
}

function refuseName(name: string, value: string): ScriptRefusal | null {
  if (name.includes('=')) return cookieStoreRefusal('name-with-equals-sign', { name });
  if (name !== '') return null;
  if (value === '') return cookieStoreRefusal('nameless-without-value');
  if (value.includes('=')) return cookieStoreRefusal('nameless-with-equals-sign', { value });
  return prefixOf(value) === null ? null : cookieStoreRefusal('nameless-with-prefix', { value });
}

function refusePrefix(name: string, domain: string | null, path: string): ScriptRefusal | null {
  const prefix = prefixOf(name);
  if (prefix === null) return null;
  if (prefix.http) return cookieStoreRefusal('http-prefix', { name });
  if (!prefix.host) return null;
  if (domain !== null) return cookieStoreRefusal('host-prefix-with-domain', { name, domain });
  // Without any, the jar refuses: such a cookie must say it.
  const isRoot = path === '/' || path === '';
  return isRoot ? null : cookieStoreRefusal('host-prefix-with-path', { name, path });
}

function refuseDomain(domain: string | null, host: string): ScriptRefusal | null {
  if (domain === null) return null;
  if (domain.startsWith('.')) return cookieStoreRefusal('domain-with-leading-dot', { domain });
  const lowered = domain.toLowerCase();
  const matches = domain !== '' && (host === lowered || host.endsWith(`.${lowered}`));
  return matches ? null : cookieStoreRefusal('domain-mismatch', { domain, host });
}

function refusePath(path: string): ScriptRefusal | null {
  if (!path.startsWith('/')) return cookieStoreRefusal('path-not-absolute', { path });
  const character = forbiddenInPath.exec(path)?.[0];
  if (character !== undefined)
    return cookieStoreRefusal('forbidden-character', { code: character.codePointAt(0) ?? 0 });
  const size = Math.max(octets(path), octets(canonicalPath(path)));
  if (size <= ATTRIBUTE_VALUE_LIMIT) return null;
  return cookieStoreRefusal('attribute-too-large', { size, limit: ATTRIBUTE_VALUE_LIMIT });
}

function refuseSize(name: string, value: string): ScriptRefusal | null {
  const size = nameValueSize(name, value);
  if (size <= NAME_VALUE_LIMIT) return null;
  return cookieStoreRefusal('cookie-too-large', { size, limit: NAME_VALUE_LIMIT });
}
