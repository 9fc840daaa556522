import { expect, test } from 'vitest';
import { chapters } from '../../../src/tutorial/chapters.ts';
import {
  isOnShortWay,
  neighboursOnShortWay,
  SHORT_WAY_MINUTES,
  shortWay,
} from '../../../src/tutorial/short-way.ts';

test('leads through the chapters in their order, and back', () => {
  const order = chapters.map(({ slug }) => slug);
  const visited = shortWay.map(({ chapter }) => order.indexOf(chapter));
  expect(visited).toEqual([...visited].sort((a, b) => a - b));
  for (const [index, place] of shortWay.entries())
    expect(neighboursOnShortWay(place)).toEqual({
      previous: shortWay[index - 1] ?? null,
      next: shortWay[index + 1] ?? null,
    });
});

test('a step that is not on it has no neighbours there', () => {
  const place = { chapter: 'cookies', step: 'cafe' };
  expect(isOnShortWay(place)).toBe(false);
  expect(neighboursOnShortWay(place)).toEqual({ previous: null, next: null });
  expect(isOnShortWay({ chapter: 'cookies', step: 'forge' })).toBe(true);
});

test('every chapter has something on it, and all of it goes into three quarters of an hour', () => {
  for (const { slug, starred } of chapters) expect(starred.length, slug).toBeGreaterThan(0);
  expect(SHORT_WAY_MINUTES).toBe(45);
  // Two and a half minutes a step.
  expect(shortWay.length).toBeLessThanOrEqual(18);
});
