import { expect, test } from 'vitest';
import { canonicalHost } from '../../../src/cookies/canonical-host.ts';

test.each([
  ['Shop.Example', 'shop.example'],
  ['127.1', '127.0.0.1'],
  ['0x7f.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['xn--hq1bm8jm9l.example', 'xn--hq1bm8jm9l.example'],
  ['', null],
  ['a b', null],
  ['빵집.example', null],
  ['shop.example:443', null],
  ['shop.example/', null],
  ['user@shop.example', null],
  ['%73hop.example', null],
])('%j is %j', (text, host) => {
  expect(canonicalHost(text)).toBe(host);
});
