import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedOf,
  countRated,
  DRAFT_LIMIT,
  nextQuestion,
  noPractice,
  practiceFrom,
  withDraft,
  withFreshStart,
  withRating,
  withTick,
} from '../../../../src/tutorial/interview/practice.ts';

const slugs = ['a', 'b', 'c'];

describe('what was done with a question', () => {
  test('is nothing at first, whatever its name', () => {
    for (const slug of ['a', 'constructor', '__proto__'])
      expect(askedOf(noPractice, slug)).toEqual({ rating: null, times: 0, draft: '', ticked: [] });
  });

  test('keeps what was typed, as far as there is room', () => {
    const long = 'x'.repeat(DRAFT_LIMIT + 1);
    expect(askedOf(withDraft(noPractice, 'a', 'mine'), 'a').draft).toBe('mine');
    expect(askedOf(withDraft(noPractice, 'a', long), 'a').draft).toHaveLength(DRAFT_LIMIT);
  });

  test('keeps what was ticked once, and lets it be taken back', () => {
    const twice = withTick(withTick(noPractice, 'a', 2, true), 'a', 2, true);
    expect(askedOf(twice, 'a').ticked).toEqual([2]);
    expect(askedOf(withTick(twice, 'a', 2, false), 'a').ticked).toEqual([]);
  });

  test('counts how often it was rated; the last rating holds', () => {
    const rated = withRating(withRating(noPractice, 'a', 'hard'), 'a', 'known');
    expect(askedOf(rated, 'a')).toMatchObject({ rating: 'known', times: 2 });
    expect([countRated(rated, 'known'), countRated(rated, 'hard')]).toEqual([1, 0]);
  });

  test('begun again, it keeps its rating and nothing else', () => {
    const done = withRating(
      withTick(withDraft(noPractice, 'a', 'mine'), 'a', 0, true),
      'a',
      'hard',
    );
    expect(askedOf(withFreshStart(done, 'a'), 'a')).toEqual({
      rating: 'hard',
      times: 1,
      draft: '',
      ticked: [],
    });
  });
});

describe('a question at random', () => {
  test('is never the one just asked, unless there is no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...slugs),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (previous, x) => {
          const next = nextQuestion(noPractice, slugs, previous, () => x);
          expect(slugs).toContain(next);
          expect(next).not.toBe(previous);
        },
      ),
    );
    expect(nextQuestion(noPractice, ['a'], 'a', () => 0.5)).toBe('a');
    expect(nextQuestion(noPractice, [], null, () => 0.5)).toBeNull();
  });

  test('is most often a hard one, and least often a known one', () => {
    const practice = withRating(withRating(noPractice, 'a', 'known'), 'c', 'hard');
    const count = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 90; i += 1) {
      const next = nextQuestion(practice, slugs, null, () => (i + 0.5) / 90);
      count[next as 'a' | 'b' | 'c'] += 1;
    }
    expect(count).toEqual({ a: 10, b: 30, c: 50 });
  });
});

describe('what was stored', () => {
  test('comes back as it was', () => {
    const practice = withRating(withDraft(noPractice, 'a', '쿠키는'), 'a', 'hard');
    expect(practiceFrom(JSON.parse(JSON.stringify(practice)))).toEqual(practice);
  });

  test('is refused when it is something else, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void practiceFrom(value)));
    for (const stored of [
      null,
      1,
      [],
      { version: 2, questions: {} },
      { version: 1, questions: { a: 1 } },
    ])
      expect(practiceFrom(stored)).toBeNull();
  });
});
