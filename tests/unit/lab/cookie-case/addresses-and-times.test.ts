import { expect, test } from 'vitest';
import { isMeantToDelete } from '../../../../src/lab/cookie-case/intention.ts';
import { readAddress } from '../../../../src/lab/cookie-case/read-address.ts';
import { writtenZone } from '../../../../src/lab/cookie-case/written-zone.ts';

test.each([
  ['localhost:3000', 'http://localhost:3000/'],
  ['localhost:3000/api?a=1#b', 'http://localhost:3000/api?a=1'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['192.168.0.12', 'http://192.168.0.12/'],
  ['[::1]:3000/a', 'http://[::1]:3000/a'],
  ['my-shop.com', 'https://my-shop.com/'],
  ['//my-shop.com/a', 'https://my-shop.com/a'],
  ['my-shop.com:8443', 'https://my-shop.com:8443/'],
  [' "https://my-shop.com/a", ', 'https://my-shop.com/a'],
  ['<http://my-shop.com>', 'http://my-shop.com/'],
  ['https://alice:secret@my-shop.com/', 'https://my-shop.com/'],
  ['https://한글.kr/', 'https://xn--bj0bj06e.kr/'],
])('%s is read as %s', (text, url) => {
  expect(readAddress(text)).toEqual({ ok: true, url });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['https://', 'invalid'],
  ['a b', 'invalid'],
  ['file:///etc/hosts', 'not-http'],
  ['javascript:alert(1)', 'not-http'],
  ['data:text/html,x', 'not-http'],
])('%s is no address: %s', (text, code) => {
  expect(readAddress(text)).toEqual({ ok: false, code });
});

test.each([
  ['Mon Nov 30 2026 21:30:00 GMT+0900 (Korean Standard Time)', '+09:00', 9],
  ['Mon, 30 Nov 2026 21:30:00 +0900', '+09:00', 9],
  ['Mon, 30 Nov 2026 21:30:00 KST', 'KST', 9],
  ['Mon, 30 Nov 2026 21:30:00 -05:30', '-05:30', -5.5],
  ['Mon, 30 Nov 2026 21:30:00 PST', 'PST', -8],
])('the zone of %s does not count', (expires, zone, hours) => {
  const read = Date.UTC(2026, 10, 30, 21, 30);
  expect(writtenZone(expires)).toMatchObject({ zone, read, meant: read - hours * 3_600_000 });
});

test.each([
  'Mon, 30 Nov 2026 21:30:00 GMT',
  'Mon, 30-Nov-2026 21:30:00 GMT',
  'Mon, 30 Nov 2026 21:30:00 UTC',
  'Mon, 30 Nov 2026 21:30:00 GMT+0000',
  'Mon, 30 Nov 2026 21:30:00',
  'MON, 30 NOV 2026 21:30:00 GMT',
  '2026-11-30T21:30:00Z',
  'tomorrow',
  '',
])('%s names no zone but UTC', (expires) => {
  expect(writtenZone(expires)).toBeNull();
});

const now = Date.UTC(2026, 10, 30, 12);

test.each([
  ['a=; Max-Age=0', true],
  ['a=1; Max-Age=-1', true],
  ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
  ['a=; Expires=Mon, 30 Nov 2026 11:59:00 GMT', true],
  ['a=1; Expires=Mon, 30 Nov 2026 03:00:00 GMT', false],
  ['a=; Max-Age=60', false],
  ['a=', false],
  ['=a=', false],
])('%s is meant to delete: %s', (fieldValue, meant) => {
  expect(isMeantToDelete(fieldValue, now)).toBe(meant);
});
