import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHROMIUM_GRAMMAR, parseCookieDate } from '../../../src/cookies/cookie-date.ts';
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

test.each([
  ['0:0:0x 1:1:1 1 Jan 2030', '2030-01-01T01:01:01Z'],
  ['1:2 1 Jan 2030 4:5:6', '2030-01-01T04:05:06Z'],
  ['00:00:00:00 4:5:6 1 Jan 2030', '2030-01-01T04:05:06Z'],
  ['1x 1 Jan 2030 0:0:0', '2030-01-01T00:00:00Z'],
  ['1 Jan 2030x 2031 0:0:0', '2031-01-01T00:00:00Z'],
  ['1 Jan 02030 00000023:0:059', '2030-01-01T23:00:59Z'],
  ['0:4294967296:0 1:1:1 1 Jan 2030', '2030-01-01T01:01:01Z'],
])('as Chromium reads it, %s', (text, iso) => {
  expect(parseCookieDate(text, CHROMIUM_GRAMMAR)).toBe(Date.parse(iso));
});

test.each([
  '1 Jan 2030 0:0:0x',
  '1 Jan 2030 0:0:0\u00a0',
  '5th May 2030 0:0:0',
  '2030:0:0 1 Jan 2030 1:1:1',
  '4294967295:0:0 1:1:1 1 Jan 2030',
  '1 Jan 100000 0:0:0',
])('Chromium cannot read %j', (text) => {
  expect(parseCookieDate(text, CHROMIUM_GRAMMAR)).toBeNull();
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
