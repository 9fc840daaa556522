import fc from 'fast-check';
import { DATES, DOMAINS, MAX_AGES, NAMES, PATHS, SAME_SITES, VALUES } from './vocabulary.ts';

/** A text among those given; the first ones are tried when a failure is made smaller. */
const oneOf = (texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

/** Anything that can stand in a field line. A line's end or a zero octet would break the response itself. */
const anyText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.replace(/[\r\n\0]/g, ''));

const controlCharacter = fc
  .integer({ min: 1, max: 0x7f })
  .filter((code) => (code < 0x20 && code !== 0x0a && code !== 0x0d) || code === 0x7f)
  .map((code) => String.fromCharCode(code));

const space = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 8, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: oneOf(['  ', '\t', ' \t ', '\u00a0', '\f', '\v']) },
);

const name = fc.oneof(
  { weight: 20, arbitrary: oneOf(NAMES) },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.integer({ min: 4080, max: 4100 }).map((n) => 'n'.repeat(n)) },
);

const value = fc.oneof(
  { weight: 20, arbitrary: oneOf(VALUES) },
  { weight: 2, arbitrary: anyText },
  { weight: 1, arbitrary: fc.integer({ min: 4085, max: 4100 }).map((n) => 'v'.repeat(n)) },
  { weight: 1, arbitrary: fc.integer({ min: 2040, max: 2050 }).map((n) => 'é'.repeat(n)) },
);

const pair = fc
  .record({ before: space, name, around: space, value, after: space, equals: fc.nat(12) })
  .map(({ before, name, around, value, after, equals }) =>
    equals === 0
      ? `${before}${value}${after}`
      : `${before}${name}${around}=${around}${value}${after}`,
  );

/** An attribute's name in one of the ways it may be written. */
const written = (attribute: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(attribute) },
    { weight: 1, arbitrary: oneOf([attribute.toLowerCase(), attribute.toUpperCase()]) },
  );

const withValue = (attribute: string, values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(written(attribute), space, space, values, space)
    .map(([name, before, after, text, end]) => `${name}${before}=${after}${text}${end}`);

const flag = (attribute: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: written(attribute) },
    { weight: 1, arbitrary: withValue(attribute, oneOf(['', 'true', 'false', '0'])) },
  );

/** An attribute that is, but for white space or for one octet, too long to count. */
const oversized = fc
  .tuple(
    oneOf(['Path=/', 'Domain=', 'Max-Age=', 'Expires=', 'X=']),
    fc.integer({ min: 1018, max: 1028 }),
  )
  .map(([start, length]) => start + (start.startsWith('M') ? '9' : 'x').repeat(length));

const attribute = fc.oneof(
  { weight: 6, arbitrary: flag('Secure') },
  { weight: 4, arbitrary: flag('HttpOnly') },
  { weight: 6, arbitrary: withValue('SameSite', oneOf(SAME_SITES)) },
  { weight: 5, arbitrary: withValue('Path', oneOf(PATHS)) },
  { weight: 5, arbitrary: withValue('Domain', oneOf(DOMAINS)) },
  { weight: 3, arbitrary: withValue('Max-Age', oneOf(MAX_AGES)) },
  { weight: 3, arbitrary: withValue('Expires', oneOf(DATES)) },
  { weight: 2, arbitrary: flag('Partitioned') },
  { weight: 1, arbitrary: withValue('Priority', oneOf(['Low', 'Medium', 'High', 'none'])) },
  {
    weight: 1,
    arbitrary: oneOf(['', ' ', '=', '=x', 'Path', 'Domain', 'SameSite', 'X=1', 'Sécure']),
  },
  { weight: 1, arbitrary: oversized },
);

const ordinary = fc
  .tuple(pair, fc.array(fc.tuple(space, attribute), { maxLength: 5 }))
  .map(([text, attributes]) =>
    [text, ...attributes.map(([before, each]) => before + each)].join(';'),
  );

/** What keeps its promise often enough to be stored. */
const sound = fc
  .record({
    name: oneOf(NAMES),
    value: oneOf(VALUES),
    attributes: fc.subarray(['Path=/', 'HttpOnly', 'Domain=shop.example', 'Partitioned']),
    sameSite: oneOf(['', '; SameSite=None', '; SameSite=Lax', '; SameSite=Strict']),
  })
  .map(
    ({ name, value, attributes, sameSite }) =>
      [`${name}=${value}`, 'Secure', ...attributes].join('; ') + sameSite,
  );

const withControlCharacter = fc
  .tuple(ordinary, controlCharacter, fc.nat(60))
  .map(([text, character, place]) => text.slice(0, place) + character + text.slice(place));

/** One `Set-Cookie` field value, from the plain to the perverse. */
export const setCookie: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: ordinary },
  { weight: 6, arbitrary: sound },
  { weight: 1, arbitrary: withControlCharacter },
  { weight: 1, arbitrary: anyText },
);
