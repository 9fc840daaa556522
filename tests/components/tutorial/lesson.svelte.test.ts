import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { chapter } from '../../../src/tutorial/chapters/sessions/steps.ts';
import { Lesson } from '../../../src/tutorial/lesson.svelte.ts';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

test('keeps what was done by itself, and tells who looks on', async () => {
  const lab = testLab();
  const progress = new ProgressKeeper({ get: () => null, set: () => undefined });
  const seen: boolean[] = [];
  let made: Lesson | undefined;
  const stop = $effect.root(() => {
    made = new Lesson({ lab, chapter, progress, pace: async () => undefined });
    $effect(() => {
      seen.push(made?.done ?? false);
    });
  });
  const lesson = made;
  if (lesson === undefined) throw new Error('no lesson was made');
  await lesson.enter('sign-out');
  await lesson.showMe();
  flushSync();
  expect(seen.at(-1)).toBe(true);
  expect(lesson.isDone('sign-out')).toBe(true);

  await lesson.takeBack();
  flushSync();
  expect(seen.at(-1)).toBe(false);
  expect(lesson.goals.some(({ reached }) => reached)).toBe(false);

  const key = lab.browser.jar.all().find(({ name }) => name === 'sid');
  if (key) lab.deleteCookie(key);
  flushSync();
  lab.undo();
  flushSync();
  expect(lesson.goals.filter(({ reached }) => reached).map(({ slug }) => slug)).toEqual([
    'delete-cookie',
  ]);
  stop();
});
