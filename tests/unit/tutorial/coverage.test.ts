import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chapters, findChapter } from '../../../src/tutorial/chapters.ts';
import { interviewQuestions } from '../../../src/tutorial/interview/questions.ts';

const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8');

/** `chapter/step`, and `/step` of the chapter that was named last. */
function stepsNamed(): readonly (readonly [chapter: string, step: string])[] {
  let chapter = '';
  return [...page.matchAll(/`([a-z-]*)\/([a-z-]+)`/g)].map(([, named = '', step = '']) => {
    chapter = named === '' ? chapter : named;
    return [chapter, step] as const;
  });
}

test('every step that the page of coverage names exists', () => {
  const missing = stepsNamed().filter(
    ([chapter, step]) =>
      chapter !== 'chapter' && findChapter(chapter)?.steps.includes(step) !== true,
  );
  expect(missing).toEqual([]);
});

test('every step of every chapter has its place in it', () => {
  const named = new Set(stepsNamed().map((names) => names.join('/')));
  const unnamed = chapters.flatMap(({ slug, steps }) =>
    steps.map((step) => `${slug}/${step}`).filter((name) => !named.has(name)),
  );
  expect(unnamed).toEqual([]);
});

test('the questions of the interview that it names exist', () => {
  const named = [...page.matchAll(/`interview#([a-z-]+)`/g)].map(([, slug]) => slug);
  expect(named).toHaveLength(3);
  expect(interviewQuestions.map(({ slug }) => slug)).toEqual(expect.arrayContaining(named));
});
