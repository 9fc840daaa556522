import { expect, test } from 'vitest';
import { capLifetime } from '../../../src/cookies/lifetime-cap.ts';
import { DAY, NOW } from './access.ts';

test.each([
  ['an hour', NOW + 3_600_000, NOW + 3_600_000],
  ['400 days', NOW + 400 * DAY, NOW + 400 * DAY],
  ['a millisecond more', NOW + 400 * DAY + 1, NOW + 400 * DAY],
  ['for ever', Infinity, NOW + 400 * DAY],
  ['yesterday', NOW - DAY, NOW - DAY],
])('%s', (_, wanted, kept) => {
  expect(capLifetime(wanted, NOW)).toBe(kept);
});
