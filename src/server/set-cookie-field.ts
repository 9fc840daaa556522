import type { Field } from '../http/message.ts';
import type { CookieAttributes } from './shop/settings.ts';

/** A `Set-Cookie` field with these attributes (6265bis §4.1). */
export function setCookieField(name: string, value: string, attributes: CookieAttributes): Field {
  const { maxAgeSeconds } = attributes;
  const lifetime = maxAgeSeconds === null ? [] : [`Max-Age=${maxAgeSeconds}`];
  return [
    'Set-Cookie',
    [`${name}=${value}`, ...lifetime, ...place(attributes), ...guards(attributes)].join('; '),
  ];
}

/** Deletes: the same name, domain and path, and a life that is over (6265bis §3.1). */
export function deleteCookieField(name: string, attributes: CookieAttributes): Field {
  return setCookieField(name, '', { ...attributes, maxAgeSeconds: 0 });
}

function place({ domain, path }: CookieAttributes): readonly string[] {
  const inside = [];
  if (domain !== null && isAttributeValue(domain)) inside.push(`Domain=${domain}`);
  if (isAttributeValue(path)) inside.push(`Path=${path}`);
  return inside;
}

function guards({ httpOnly, secure, sameSite }: CookieAttributes): readonly string[] {
  const written = [];
  if (httpOnly) written.push('HttpOnly');
  if (secure) written.push('Secure');
  if (sameSite !== 'unspecified') written.push(`SameSite=${sameSiteNames[sameSite]}`);
  return written;
}

const sameSiteNames = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** What a learner typed must not be able to add an attribute or a field. */
function isAttributeValue(text: string): boolean {
  return /^[\x20-\x3a\x3c-\x7e]+$/.test(text);
}
