import { describe, expect, test } from 'vitest';
import { allChapters, allSteps, testLesson } from './lesson-lab.ts';

describe.each(allSteps)('$name', ({ chapter, step }) => {
  test('is not done when entered, nor any goal of it reached', async () => {
    const { lesson, lab } = testLesson(chapter);
    await lesson.enter(step.slug);
    expect(step.accepts(lab)).toBe(true);
    expect(lesson.done).toBe(false);
    expect(lesson.wrongTurn).toBeNull();
    expect(lesson.goals.filter(({ reached }) => reached)).toEqual([]);
  });

  test('is done when shown, and noted as done', async () => {
    const { lesson, progress } = testLesson(chapter);
    await lesson.enter(step.slug);
    await lesson.showMe();
    expect(lesson.goals.filter(({ reached }) => !reached)).toEqual([]);
    expect(lesson.done).toBe(true);
    expect(lesson.isDone(step.slug)).toBe(true);
    expect(progress.progress.done).toHaveProperty([`${chapter.slug}/${step.slug}`], 1_000);
  });

  test('taking back what was shown leaves the lab as it was', async () => {
    const { lesson, lab } = testLesson(chapter);
    await lesson.enter(step.slug);
    const before = lab.snapshot();
    await lesson.showMe();
    expect(lesson.canTakeBack).toBe(true);
    await lesson.takeBack();
    const after = lab.snapshot();
    expect(after.remembered).toEqual(before.remembered);
    expect(after.time).toBe(before.time);
    expect(after.browserId).toBe(before.browserId);
    expect(after.log).toEqual(before.log);
    expect(lesson.done).toBe(false);
    expect(lesson.canTakeBack).toBe(false);
    expect(lesson.answers).toEqual({});
  });

  test('shows the answers that are right', async () => {
    const { lesson } = testLesson(chapter);
    await lesson.enter(step.slug);
    await lesson.showMe();
    const right = step.questions.map(({ slug, answers }) => [
      slug,
      answers.find((answer) => answer.right)?.slug,
    ]);
    expect(lesson.answers).toEqual(Object.fromEntries(right));
  });

  test('has slugs once only, and for each question exactly one right answer', () => {
    for (const slugs of [step.goals, step.questions, step.wrongTurns ?? []].map((list) =>
      list.map(({ slug }) => slug),
    )) {
      expect(new Set(slugs).size).toBe(slugs.length);
    }
    expect(step.goals.length).toBeGreaterThan(0);
    for (const { answers } of step.questions)
      expect(answers.filter(({ right }) => right)).toHaveLength(1);
  });
});

test.each(allChapters)(
  '$slug can be shown from the first step to the last, one after the other',
  async (chapter) => {
    const { lesson } = testLesson(chapter);
    for (const { slug } of chapter.steps) {
      await lesson.enter(slug);
      expect(lesson.done, `${slug} when entered`).toBe(false);
      expect(
        lesson.goals.filter(({ reached }) => reached),
        `${slug} when entered`,
      ).toEqual([]);
      await lesson.showMe();
      expect(lesson.done, `${slug} when shown`).toBe(true);
    }
  },
);
