import { describe, expect, test } from 'vitest';
import { findChapter } from '../../../../src/tutorial/chapters.ts';
import {
  findQuestion,
  interviewQuestions,
  loadInterview,
} from '../../../../src/tutorial/interview/questions.ts';

const languages = ['en', 'ko'] as const;
const slugs = interviewQuestions.map(({ slug }) => slug);

test('there are the three that everybody is asked, and twenty more at least', () => {
  expect(interviewQuestions.filter(({ classic }) => classic)).toHaveLength(3);
  expect(interviewQuestions.length).toBeGreaterThanOrEqual(23);
  expect(new Set(slugs).size).toBe(slugs.length);
});

test.each(interviewQuestions)('$slug can be proved where it says', ({ proof }) => {
  expect(findChapter(proof.chapter)?.steps).toContain(proof.step);
});

describe.each(languages)('in %s', (language) => {
  test('there are words for exactly these questions', async () => {
    const { questions, title, description } = await loadInterview(language);
    expect(Object.keys(questions).sort()).toEqual([...slugs].sort());
    expect([title, description]).not.toContain('');
  });

  test('each has at least four points, two wrong answers and two follow-up questions', async () => {
    const { questions } = await loadInterview(language);
    for (const [slug, { points, wrong, followUps }] of Object.entries(questions)) {
      expect(points.length, slug).toBeGreaterThanOrEqual(4);
      expect(wrong.length, slug).toBeGreaterThanOrEqual(2);
      expect(followUps.length, slug).toBeGreaterThanOrEqual(2);
    }
  });
});

test('both languages make the same points', async () => {
  const [en, ko] = await Promise.all(languages.map(loadInterview));
  for (const slug of slugs) {
    const [one, other] = [en?.questions[slug], ko?.questions[slug]];
    expect(one?.points.length, slug).toBe(other?.points.length);
    expect(one?.wrong.length, slug).toBe(other?.wrong.length);
    expect(one?.followUps.length, slug).toBe(other?.followUps.length);
  }
});

test('a question that does not exist is not found', () => {
  expect(findQuestion('no-such-question')).toBeUndefined();
});
