import { attributesOf, type AttributeValues } from '../../cookies/attributes.ts';
import { expiryTimeOf } from '../../cookies/expiry-attributes.ts';
import { parseSetCookie } from '../../cookies/parse-set-cookie.ts';

/** An expiry so long ago was not meant to be in the future. */
const LONG_AGO = 24 * 60 * 60 * 1000;

export interface CookieLine {
  readonly name: string;
  readonly value: string;
  /** The last of each, as far as it counts. */
  readonly attributes: AttributeValues;
}

/** A `Set-Cookie` field value taken apart; `null` where it cannot be. */
export function cookieLine(fieldValue: string): CookieLine | null {
  const parsed = parseSetCookie(fieldValue);
  if (!parsed.ok) return null;
  const { name, value, attributes } = parsed.text;
  return { name, value, attributes: attributesOf(attributes).values };
}

/** Whether whoever wrote it wanted the cookie gone: an expiry of old, or one in the past without a value. */
export function isMeantToDelete(fieldValue: string, now: number): boolean {
  const line = cookieLine(fieldValue);
  if (line === null) return false;
  const { 'max-age': maxAge, expires } = line.attributes;
  const expiry = expiryTimeOf(maxAge, expires, now).meaning;
  if (expiry === null || expiry > now) return false;
  return line.value === '' || expiry < now - LONG_AGO;
}
