import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ago, clockDuration, dateAndTime, timeOfDay } from '../../../src/ui/time/duration.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [-5 * second, '0:00'],
  [0, '0:00'],
  [1, '0:01'],
  [59 * second, '0:59'],
  [30 * minute - 2 * second, '29:58'],
  [hour, '1:00:00'],
  [8 * hour - 2 * second, '7:59:58'],
  [2 * day - second, '47:59:59'],
  [2 * day, '2 days'],
  [12 * day + 23 * hour, '12 days'],
])('%i ms left show as %s', (ms, expected) => {
  expect(clockDuration(ms, 'en')).toBe(expected);
});

test('days are counted in the language of the reader', () => {
  expect(clockDuration(12 * day, 'ko')).toBe('12일');
});

test('below two days, what is shown is the time left, rounded up to a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 * day - second }), (ms) => {
      const shown = clockDuration(ms, 'en')
        .split(':')
        .reduce((sum, part) => sum * 60 + Number(part), 0);
      expect(shown).toBe(Math.ceil(ms / second));
    }),
  );
});

test.each([
  [4 * second, null],
  [5 * second, '5초 전'],
  [minute, '1분 전'],
  [59 * minute + 59 * second, '59분 전'],
  [hour, '1시간 전'],
  [3 * day + hour, '3일 전'],
])('%i ms since then are %s', (ms, expected) => {
  expect(ago(ms, 'ko')).toBe(expected);
});

const moment = Date.UTC(2026, 9, 4, 5, 2, 31);

test('the clock is that of the bakery in Seoul', () => {
  expect(timeOfDay(moment)).toBe('14:02:31');
  expect(timeOfDay(moment, 'UTC')).toBe('05:02:31');
  expect(dateAndTime(moment, 'ko')).toContain('2026');
});
