import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/cookies/parse-set-cookie.ts';
import { cookieString, parseCookieString } from '../../../src/cookies/cookie-string.ts';
import { NAME_VALUE_LIMIT, nameValueSize } from '../../../src/cookies/size-limits.ts';

describe('the name-value pair', () => {
  test.each([
    ['a=b', 'a', 'b'],
    [' \ta = b c \t; Path=/', 'a', 'b c'],
    ['a=b=c', 'a', 'b=c'],
    ['a="b"', 'a', '"b"'],
    ['a=', 'a', ''],
    ['a', '', 'a'],
    ['=a', '', 'a'],
    ['빵=크림', '빵', '크림'],
  ])('of %j is %j and %j', (field, name, value) => {
    expect(parseSetCookie(field)).toMatchObject({ ok: true, text: { name, value } });
  });

  test.each([
    ['', 'empty'],
    ['=', 'empty'],
    [' ; Path=/', 'empty'],
    ['a=b\x00', 'control-character'],
    ['a=b; Path=/\x7f', 'control-character'],
    ['a=b\nc', 'control-character'],
    ['a\tb=c', 'control-character'],
    ['a=b\tc', 'control-character'],
    ['a=b; Path=/\tx', 'control-character'],
    ['a=b; x\ty', 'control-character'],
    ['=a=b', 'nameless-with-equals-sign'],
    [`a=${'x'.repeat(4096)}`, 'too-large'],
    [`a=${'빵'.repeat(1366)}`, 'too-large'],
  ])('%j is refused', (field, code) => {
    expect(parseSetCookie(field)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('may have 4096 octets, without the equals sign', () => {
    expect(parseSetCookie(`a=${'x'.repeat(4095)}`).ok).toBe(true);
  });
});

test('attributes are taken apart as they are written', () => {
  expect(parseSetCookie('a=b; Secure;PATH = /x ;; Domain=;=y')).toMatchObject({
    text: {
      attributes: [
        { name: 'Secure', value: '' },
        { name: 'PATH', value: '/x' },
        { name: '', value: '' },
        { name: 'Domain', value: '' },
        { name: '', value: 'y' },
      ],
    },
  });
});

test('parsing never throws, and never lets through what is too large', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (field) => {
      const parsed = parseSetCookie(field);
      if (parsed.ok)
        expect(nameValueSize(parsed.text.name, parsed.text.value)).toBeLessThanOrEqual(
          NAME_VALUE_LIMIT,
        );
    }),
  );
});

describe('the Cookie field', () => {
  test('is read in order, equal names included', () => {
    expect(parseCookieString('a=1; b = 2;a=3; ;c; d=e=f')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
      ['', 'c'],
      ['d', 'e=f'],
    ]);
    expect(parseCookieString('')).toEqual([]);
  });

  test('is written without an equals sign where there is no name', () => {
    expect(
      cookieString([
        { name: 'a', value: '1' },
        { name: '', value: 'b' },
        { name: 'c', value: '' },
      ]),
    ).toBe('a=1; b; c=');
  });
});
