import { octets, octetsAtMost } from '../http/octets.ts';
import { cookieRule, type Refusal } from './refusal.ts';

/** Octets that name and value may have together (6265bis §5.6). */
export const NAME_VALUE_LIMIT = 4096;

/** Octets above which an attribute is ignored as if it were not there (6265bis §5.6). */
export const ATTRIBUTE_VALUE_LIMIT = 1024;

/** Octets of name plus value, without the sign between them. */
export function nameValueSize(name: string, value: string): number {
  return octets(name) + octets(value);
}

/** Octets of an attribute's value if they are too many. */
export function sizeIfTooLarge(attributeValue: string): number | null {
  if (octetsAtMost(attributeValue) <= ATTRIBUTE_VALUE_LIMIT) return null;
  const size = octets(attributeValue);
  return size <= ATTRIBUTE_VALUE_LIMIT ? null : size;
}

/** Refuses a cookie of more than 4096 octets. */
export function refuseTooLarge(name: string, value: string): Refusal | null {
  if (octetsAtMost(name) + octetsAtMost(value) <= NAME_VALUE_LIMIT) return null;
  const size = nameValueSize(name, value);
  if (size <= NAME_VALUE_LIMIT) return null;
  return {
    code: 'too-large',
    rule: cookieRule('5.6'),
    values: { name, size, limit: NAME_VALUE_LIMIT },
  };
}
