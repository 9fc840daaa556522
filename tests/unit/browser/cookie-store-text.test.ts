import { expect, test } from 'vitest';
import { cookieStoreText } from '../../../src/browser/cookie-store-text.ts';

const url = 'https://x.example/a/b';
const text = (path: string) => cookieStoreText({ name: 'a', value: '1', path }, null, url);

test.each([
  ['', '/a'],
  ['/a', '/a/'],
  ['/a?b#c', '/a%3Fb%23c/'],
  ['/한', '/%ED%95%9C/'],
  ['/ <>"`{}|^\\', '/%20%3C%3E%22%60%7B%7D%7C%5E//'],
  ["/~'[]%25%", "/~'[]%25%/"],
  ['/a/./b/../c', '/a/c/'],
  ['/a/%2e%2E', '/'],
  ['//c', '//c/'],
  ['/\u0001\t\u007f\u0080', '/%01%09%7F%C2%80/'],
  ['/\ud800', '/%EF%BF%BD/'],
])('a path %j becomes %s, as in Chromium', (path, written) => {
  expect(text(path)).toMatchObject({ value: `a=1; Path=${written}; Secure; SameSite=strict` });
});

test.each([
  ['x', 'path-not-absolute'],
  ['\\x', 'path-not-absolute'],
  ['/\n', 'forbidden-character'],
  ['/;', 'forbidden-character'],
  [`/${'x'.repeat(1023)}`, 'attribute-too-large'],
  // As it is written into the URL it is three times as long.
  [`/${'é'.repeat(200)}`, 'attribute-too-large'],
])('a path %j is refused: %s', (path, code) => {
  expect(text(path)).toMatchObject({ ok: false, code });
});

test('half of a surrogate pair is replaced', () => {
  const setting = { name: 'a\udfff', value: '\ud800' };
  expect(cookieStoreText(setting, null, url)).toMatchObject({
    value: 'a\ufffd=\ufffd; Path=/; Secure; SameSite=strict',
  });
});
