import { expect, test } from 'vitest';
import { parseStrictTransport } from '../../../../src/browser/strict-transport/field.ts';

/** The examples of RFC 6797 §6.2, and what has to be overlooked. */
test.each([
  ['max-age=31536000', { maxAge: 31_536_000, includeSubDomains: false }],
  ['max-age=15768000 ; includeSubDomains', { maxAge: 15_768_000, includeSubDomains: true }],
  ['max-age="31536000"', { maxAge: 31_536_000, includeSubDomains: false }],
  ['max-age=0; includeSubDomains', { maxAge: 0, includeSubDomains: true }],
  ['MAX-AGE=1;INCLUDESUBDOMAINS;;preload', { maxAge: 1, includeSubDomains: true }],
  ['includeSubDomains', null],
  ['max-age=', null],
  ['max-age=soon', null],
  ['max-age=-1', null],
  ['max-age=1; max-age=2', null],
  ['max-age=1, max-age=2', null],
  ['', null],
])('%s', (value, expected) => {
  expect(parseStrictTransport(value)).toEqual(expected);
});
