import { expect, test } from 'vitest';
import { trimWhitespace } from '../../../src/cookies/whitespace.ts';

test.each([
  ['', ''],
  [' \t ', ''],
  [' a b\t', 'a b'],
  ['\u00a0a\u00a0', '\u00a0a\u00a0'],
  ['\na\r', '\na\r'],
])('%j becomes %j', (text, trimmed) => {
  expect(trimWhitespace(text)).toBe(trimmed);
});
