import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapters } from '../../../src/tutorial/chapters.ts';
import {
  longestTitle,
  mostSteps,
  neighboursIn,
  readOwnLesson,
  writeOwnLesson,
} from '../../../src/tutorial/own-lesson.ts';
import { parseRoute, routePath } from '../../../src/ui/shell/route.ts';

const places = chapters.flatMap(({ slug, steps }) =>
  steps.map((step) => ({ chapter: slug, step })),
);

const lessons = fc.record({
  title: fc
    .string({ unit: 'grapheme', maxLength: longestTitle / 4 })
    .map((text) => text.slice(0, longestTitle)),
  steps: fc.shuffledSubarray(places, { minLength: 1, maxLength: mostSteps }),
});

test('a lesson is the same after its way through a link, in its order', () => {
  fc.assert(
    fc.property(lessons, fc.constantFrom('en', 'ko'), (lesson, language) => {
      const own = writeOwnLesson(lesson);
      expect(readOwnLesson(own)).toEqual({ ...lesson, unknown: [] });
      const route = parseRoute(`${language}/learn/`, `#own=${own}`);
      expect(route).toMatchObject({ name: 'learn', way: 'own', own });
      expect(routePath(route)).toBe(`${language}/learn/#own=${own}`);
      const [{ chapter, step } = { chapter: '', step: '' }] = lesson.steps;
      const within = parseRoute(`${language}/${chapter}/`, `#own=${own}@${step}`);
      expect(within).toEqual({ name: 'chapter', language, chapter, step, own });
      expect(routePath(within)).toBe(`${language}/${chapter}/#own=${own}@${step}`);
    }),
  );
});

test('any text is read or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readOwnLesson(text);
      parseRoute('en/learn/', `#own=${text}`);
      writeOwnLesson({ title: text, steps: [] });
    }),
  );
});

test('steps that are not known here are told, and the others kept', () => {
  expect(readOwnLesson('Mine~sessions.sign-in~sessions.gone~nowhere~jwt.decode')).toEqual({
    title: 'Mine',
    steps: [
      { chapter: 'sessions', step: 'sign-in' },
      { chapter: 'jwt', step: 'decode' },
    ],
    unknown: ['sessions.gone', 'nowhere'],
  });
});

test.each([
  '',
  'Mine',
  'Mine~',
  'Mine~gone.step',
  '%~sessions.sign-in',
  `${'a'.repeat(7000)}~jwt.decode`,
])('no lesson: %s', (text) => {
  expect(readOwnLesson(text)).toBeNull();
});

test('it leads from step to step across chapters', () => {
  const steps = [
    { chapter: 'jwt', step: 'decode' },
    { chapter: 'sessions', step: 'sign-in' },
  ];
  const lesson = { title: '', steps };
  expect(neighboursIn(lesson, { chapter: 'jwt', step: 'decode' })).toEqual({
    isOnWay: true,
    previous: null,
    next: steps[1],
  });
  expect(neighboursIn(lesson, { chapter: 'jwt', step: 'none' }).isOnWay).toBe(false);
});
