import type { DecisionNote } from './decision.ts';
import type { AttributeText } from './parse-set-cookie.ts';
import { cookieRule } from './refusal.ts';
import { ATTRIBUTE_VALUE_LIMIT, sizeIfTooLarge } from './size-limits.ts';

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

/** As most servers write them: found without being put into lower case first. */
const USUAL_NAMES = [
  ['Expires', 'expires'],
  ['Max-Age', 'max-age'],
  ['Domain', 'domain'],
  ['Path', 'path'],
  ['Secure', 'secure'],
  ['HttpOnly', 'httponly'],
  ['SameSite', 'samesite'],
] as const;

const KNOWN: ReadonlyMap<string, AttributeName> = new Map<string, AttributeName>([
  ...KNOWN_NAMES.map((name) => [name, name] as const),
  ...USUAL_NAMES,
]);

/** Each attribute's value; `null` where there is none. */
export type AttributeValues = Readonly<Record<AttributeName, string | null>>;

/** The attributes that count: the last of each name (6265bis §5.7), without those that are too long. */
export interface Attributes {
  readonly values: AttributeValues;
  readonly notes: readonly DecisionNote[];
}

/** Chooses the attributes that count and notes what was left out. Names compare without regard to case. */
export function attributesOf(texts: readonly AttributeText[]): Attributes {
  const values = noAttributes();
  const notes: DecisionNote[] = [];
  for (const { name, value } of texts) {
    const known = KNOWN.get(name) ?? KNOWN.get(name.toLowerCase());
    const size = sizeIfTooLarge(value);
    if (known === undefined) {
      if (name !== '')
        notes.push({
          code: 'attribute-unknown',
          rule: cookieRule('5.6'),
          values: { attribute: name },
        });
    } else if (size !== null) {
      notes.push({
        code: 'attribute-too-large',
        rule: cookieRule('5.6'),
        values: { attribute: name, size, limit: ATTRIBUTE_VALUE_LIMIT },
      });
    } else {
      if (values[known] !== null)
        notes.push({
          code: 'attribute-repeated',
          rule: cookieRule('5.7'),
          values: { attribute: name },
        });
      values[known] = value;
    }
  }
  return { values, notes };
}

function noAttributes(): Record<AttributeName, string | null> {
  return {
    expires: null,
    'max-age': null,
    domain: null,
    path: null,
    secure: null,
    httponly: null,
    samesite: null,
    partitioned: null,
    priority: null,
  };
}
