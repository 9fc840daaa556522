import { octets } from '../http/octets.ts';
import type { DecisionNote } from './decision.ts';
import type { AttributeText } from './parse-set-cookie.ts';
import { cookieRule } from './refusal.ts';
import { ATTRIBUTE_VALUE_LIMIT } from './size-limits.ts';

const KNOWN_NAMES = [
  'expires',
  'max-age',
  'domain',
  'path',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
  'priority',
] as const;

export type AttributeName = (typeof KNOWN_NAMES)[number];

const KNOWN: ReadonlyMap<string, AttributeName> = new Map(KNOWN_NAMES.map((name) => [name, name]));

/** The attributes that count: the last of each name (6265bis §5.7), without those that are too long. */
export interface Attributes {
  readonly values: ReadonlyMap<AttributeName, string>;
  readonly notes: readonly DecisionNote[];
}

/** Chooses the attributes that count and notes what was left out. Names compare without regard to case. */
export function attributesOf(texts: readonly AttributeText[]): Attributes {
  const values = new Map<AttributeName, string>();
  const notes: DecisionNote[] = [];
  for (const { name, value } of texts) {
    const known = KNOWN.get(name.toLowerCase());
    const size = octets(value);
    if (known === undefined) {
      if (name !== '')
        notes.push({
          code: 'attribute-unknown',
          rule: cookieRule('5.6'),
          values: { attribute: name },
        });
    } else if (size > ATTRIBUTE_VALUE_LIMIT) {
      notes.push({
        code: 'attribute-too-large',
        rule: cookieRule('5.6'),
        values: { attribute: name, size, limit: ATTRIBUTE_VALUE_LIMIT },
      });
    } else {
      if (values.has(known))
        notes.push({
          code: 'attribute-repeated',
          rule: cookieRule('5.7'),
          values: { attribute: name },
        });
      values.set(known, value);
    }
  }
  return { values, notes };
}
