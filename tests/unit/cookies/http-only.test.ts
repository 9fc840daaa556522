import { expect, test } from 'vitest';
import { refuseHttpOnly } from '../../../src/cookies/http-only.ts';
import { cookie } from './access.ts';

const plain = cookie();
const hidden = cookie({ httpOnly: true });

test.each([
  ['a response may set one', hidden, null, 'http', null],
  ['a response may replace one', plain, hidden, 'http', null],
  ['script may set a plain one', plain, null, 'script', null],
  ['script may replace a plain one', plain, plain, 'script', null],
  ['script may not set one', hidden, null, 'script', 'http-only-from-script'],
  ['script may not replace one', plain, hidden, 'script', 'http-only-not-overwritten'],
] as const)('%s', (_, fresh, previous, api, code) => {
  expect(refuseHttpOnly(fresh, previous, api)?.code ?? null).toBe(code);
});
