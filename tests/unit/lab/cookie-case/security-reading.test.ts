import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSecurity } from '../../../../src/lab/cookie-case/reading/security-reading.ts';
import { shapeOf } from '../../../../src/lab/cookie-case/reading/value-shape.ts';
import { NOW } from './case-of.ts';

const id = '31d4d96e407aad42f31d4d96e407aad4';
const best = `__Host-id=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;

test.each<[fieldValue: string, findings: readonly string[]]>([
  [best, []],
  [best.replace('; Secure', ''), ['mend secure 3.3.1']],
  [best.replace('; HttpOnly', ''), ['weigh http-only 3.3.4']],
  [best.replace('id=', 'sid=').replace('; HttpOnly', ''), ['mend http-only 3.3.4']],
  [best.replace('; SameSite=Lax', ''), ['mend same-site-missing 3.3.2']],
  [best.replace('Lax', 'Strict'), []],
  [best.replace('Lax', 'None'), ['weigh same-site-none 3.3.2']],
  [best.replace('Lax', 'Maybe'), ['mend same-site-missing 3.3.2']],
  [best.replace('__Host-', ''), ['weigh host-prefix 3.3.3']],
  [best.replace('__Host-', '__Secure-'), ['weigh host-prefix 3.3.3']],
  [
    `${best.replace('__Host-', '')}; Domain=my-shop.com`,
    ['mend prefix 3.3.1', 'weigh domain OWASP-SM'],
  ],
  [`${best.replace('__Host-', '__Secure-')}; Domain=my-shop.com`, ['weigh domain OWASP-SM']],
  [best.replace('Path=/', 'Path=/app'), ['weigh path 8.5']],
  [`${best}; Max-Age=3600`, []],
  [`${best}; Max-Age=2592000`, ['weigh lifetime OWASP-SM']],
  [best.replace('__Host-id', '__Host-JSESSIONID'), ['weigh telling-name OWASP-SM']],
  [best.replace('__Host-id', '__Host-PHPSESSID'), ['weigh telling-name OWASP-SM']],
  [best.replace(id, 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln'), ['weigh jwt 7.2.1']],
  [best.replace(id, 'alice%40my-shop.com'), ['mend personal-data OWASP-SM']],
  [best.replace(id, '%7B%22role%22%3A1%7D'), ['mend serialised-object OWASP-SM']],
  [best.replace(id, '42'), ['mend guessable 7.2.3']],
  [best.replace(id, 'x'.repeat(4096)), ['mend size 3.3.5']],
])('%s', (fieldValue, findings) => {
  const reading = readSecurity(fieldValue, 'www.my-shop.com', NOW);
  expect(
    reading?.findings.map(
      ({ weight, code, rule }) => `${weight} ${code} ${rule.section ?? rule.document}`,
    ),
  ).toEqual(findings);
});

test('each change that is offered takes its finding away', () => {
  const worst = 'JSESSIONID=42; Domain=my-shop.com; Max-Age=2592000; SameSite=None';
  const codes = (text: string) =>
    readSecurity(text, 'www.my-shop.com', NOW)!.findings.map(({ code }) => code);
  const { findings } = readSecurity(worst, 'www.my-shop.com', NOW)!;
  const offered = findings.filter(({ changed }) => changed !== null);
  expect(offered.length).toBeGreaterThan(5);
  for (const { code, changed } of offered) expect(codes(changed!)).not.toContain(code);
});

test.each(['a=; Max-Age=0', '=', 'a=\u0000'])('nothing is said of %j', (fieldValue) => {
  expect(readSecurity(fieldValue, 'www.my-shop.com', NOW)).toBeNull();
});

test.each([
  ['', 'empty'],
  ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.', 'jwt'],
  ['alice@my-shop.com', 'personal-data'],
  [btoa('mail=alice@my-shop.com'), 'personal-data'],
  ['010-1234-5678', 'personal-data'],
  ['900101-1234567', 'personal-data'],
  ['{"a":1}', 'serialised-object'],
  [btoa('{"a":1,"b":2}'), 'serialised-object'],
  ['a:1:{s:4:"role";}', 'serialised-object'],
  ['rO0ABXNyABFqYXZh', 'serialised-object'],
  ['1024', 'guessable'],
  ['alice', 'guessable'],
  [id, 'random'],
  ['dark-mode', 'other'],
])('%s looks like %s', (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});

test('every field gets a reading or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readSecurity(text, 'www.my-shop.com', NOW);
    }),
  );
});

test.each(['a', '1', 'eyJ', '.', '%', '{', 'a@', '0'])('a megabyte of %s does not hang', (unit) => {
  const reading = readSecurity(`a=${unit.repeat(1_000_000)}`, 'x', NOW);
  expect(reading?.findings.map(({ code }) => code)).toEqual(['size']);
  shapeOf(unit.repeat(1_000_000));
});
