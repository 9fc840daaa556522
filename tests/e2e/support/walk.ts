import { expect, test } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';
import type { Stage } from './stage.ts';

/** Slug of a step to what a learner does in it, in the chapter's order. */
export type ByHand = Readonly<Record<string, (stage: Stage) => Promise<void>>>;

/** Nothing of the step has been reached. */
export async function expectNotDone(stage: Stage): Promise<void> {
  await expect(stage.goalsReached).toHaveCount(0);
  await expect(stage.stepDone).toBeHidden();
}

/** Does a whole chapter from its first step on, each step after the one before and in the same lab. */
export async function walk(stage: Stage, chapter: string, byHand: ByHand): Promise<void> {
  const steps = Object.entries(byHand);
  await stage.enter({ chapter, step: steps[0]?.[0] ?? '' });
  for (const [index, [step, doIt]] of steps.entries()) {
    await test.step(step, async () => {
      if (index > 0) await stage.goOn();
      await expect(stage.page).toHaveURL(new RegExp(`#${step}$`));
      await expectNotDone(stage);
      await doIt(stage);
      await expect(stage.stepDone).toBeVisible();
    });
  }
  await stage.lesson
    .getByRole('link', { name: m.stage_summary({}, stage.locale), exact: true })
    .click();
  const done = stage.page
    .getByRole('main')
    .getByText(m.stage_step_done({}, stage.locale), { exact: true });
  await expect(done).toHaveCount(steps.length);
}
