import { expect, test } from '@playwright/test';
import { chapter as cookies } from '../../src/tutorial/chapters/cookies/steps.ts';
import { chapter as sessions } from '../../src/tutorial/chapters/sessions/steps.ts';
import { Stage } from './support/stage.ts';
import { expectNotDone } from './support/walk.ts';

/** Showing takes its time, so that eyes can follow: each project shows one language. */
const languageOf = (project: string) => (project === 'service-worker' ? 'ko' : 'en');

for (const { slug: chapter, steps } of [cookies, sessions]) {
  for (const { slug: step } of steps) {
    test(`${chapter}: ${step} is entered by its link, shown, and taken back`, async ({ page }, {
      project,
    }) => {
      const stage = new Stage(page, languageOf(project.name));
      await stage.enter({ chapter, step });
      await expectNotDone(stage);
      await stage.showMe();
      await expect(stage.stepDone).toBeVisible({ timeout: 60_000 });
      await stage.takeBack();
      await expectNotDone(stage);
    });
  }
}
