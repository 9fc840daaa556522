import { expect, test } from 'vitest';
import { access, jarWith } from './access.ts';

test.each([
  ['https://shop.example/', true],
  ['http://shop.example/', true],
  ['ws://shop.example/', true],
  ['wss://shop.example/', true],
  ['ftp://shop.example/', false],
  ['data:text/html,x', false],
  ['about:blank', false],
  ['no address', false],
  ['', false],
])('%j has cookies: %s', (url, has) => {
  const decision = jarWith([]).decide('a=1', access({ url }));
  expect(decision.ok ? null : decision.code).toBe(has ? null : 'url-without-cookies');
});
