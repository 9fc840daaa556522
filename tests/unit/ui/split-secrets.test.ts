import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortened } from '../../../src/ui/secret/shorten.ts';
import { splitSecrets } from '../../../src/ui/secret/split-secrets.ts';

const key = '9f3c71d2b04e86aa15c9d3f27b60a17e';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl-_';

function found(text: string, secrets: readonly string[] = [key]): string[] {
  return splitSecrets(text, new Set(secrets))
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`);
}

describe('keys in a text', () => {
  test.each([
    ['alone', key],
    ['in a cookie', `sid=${key}; theme=dark`],
    ['in a query', `/cart?sid=${key}&x=1`],
    ['at the end of a sentence', `The key is ${key}.`],
    ['in a path', `/sessions/${key}/delete`],
    ['before a signature', `sid=${key}.c2lnbmF0dXJl`],
    ['in quotes', `{"id":"${key}"}`],
  ])('are found %s', (_where, text) => {
    expect(found(text)).toEqual([`secret ${key}`]);
  });

  test.each([
    ['inside a longer word', `x${key}`],
    ['when nobody knows them', 'sid=0000000000000000'],
  ])('are not found %s', (_where, text) => {
    expect(found(text)).toEqual([]);
  });

  test('may end with padding', () => {
    expect(found('sid=AbCdEf12==; Path=/', ['AbCdEf12=='])).toEqual(['secret AbCdEf12==']);
  });
});

describe('tokens in a text', () => {
  test.each([
    ['as a cookie', `token=${token}; Path=/`, token],
    ['as a bearer token', `Bearer ${token}`, token],
    [
      'without a signature',
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.',
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.',
    ],
  ])('are found %s', (_where, text, expected) => {
    expect(found(text)).toEqual([`token ${expected}`]);
  });

  test('stay tokens when they are known keys as well', () => {
    expect(found(token, [token])).toEqual([`token ${token}`]);
  });

  test('need three parts', () => {
    expect(found('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9')).toEqual([]);
  });
});

test('the pieces joined give the text again', () => {
  const text = fc.array(fc.oneof(fc.string(), fc.constantFrom(key, token, '=', ';', '.', 'eyJ')));
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      expect(
        splitSecrets(whole, new Set([key]))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(whole);
    }),
  );
});

test.each([
  [key, '9f3c…a17e'],
  ['alice', 'alice'],
  ['12345678901', '12345678901'],
])('%s is shown as %s', (value, shown) => {
  expect(shortened(value)).toBe(shown);
});
