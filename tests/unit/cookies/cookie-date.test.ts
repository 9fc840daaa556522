import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCookieDate } from '../../../src/cookies/cookie-date.ts';
import { httpDate } from '../../../src/http/http-date.ts';

test.each([
  ['Wed, 09 Dec 2009 16:27:23 GMT', '2009-12-09T16:27:23Z'],
  ['16:27:23 09 december 2009', '2009-12-09T16:27:23Z'],
  ['Wed, 9-Dec-09 6:7:8 PST', '2009-12-09T06:07:08Z'],
  ['1 Jan 69 00:00:00', '2069-01-01T00:00:00Z'],
  ['1 Jan 70 00:00:00', '1970-01-01T00:00:00Z'],
  ['1 Jan 1601 00:00:00', '1601-01-01T00:00:00Z'],
  ['29 Feb 2028 23:59:59', '2028-02-29T23:59:59Z'],
  ['10:11:12pm 5th May 2027', '2027-05-05T10:11:12Z'],
])('%s', (text, iso) => {
  expect(parseCookieDate(text)).toBe(Date.parse(iso));
});

test.each([
  '',
  'tomorrow',
  '09 Dec 2009',
  'Dec 2009 16:27:23',
  '09 2009 16:27:23',
  '1 Jan 1600 00:00:00',
  '29 Feb 2027 00:00:00',
  '31 Apr 2027 00:00:00',
  '0 Jan 2027 00:00:00',
  '1 Jan 2027 24:00:00',
  '1 Jan 2027 00:60:00',
  '1 Jan 2027 00:00:60',
  '1 Jan 31841 00:00:00',
  '1 Jan 2027 00:00',
  '1 Jan 2027 000:00:00',
])('%j cannot be read', (text) => {
  expect(parseCookieDate(text)).toBeNull();
});

test('what an HTTP date says is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 0) }), (ms) => {
      expect(parseCookieDate(httpDate(ms))).toBe(Math.floor(ms / 1000) * 1000);
    }),
  );
});

test('reading never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseCookieDate(text)));
});
