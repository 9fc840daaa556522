import { expect, test } from '@playwright/test';
import { chapter as clientServer } from '../../src/tutorial/chapters/client-server/steps.ts';
import { chapter as connections } from '../../src/tutorial/chapters/connections/steps.ts';
import { chapter as cookieRules } from '../../src/tutorial/chapters/cookie-rules/steps.ts';
import { chapter as cookies } from '../../src/tutorial/chapters/cookies/steps.ts';
import { chapter as jwt } from '../../src/tutorial/chapters/jwt/steps.ts';
import { chapter as refresh } from '../../src/tutorial/chapters/refresh/steps.ts';
import { chapter as sessionAttacks } from '../../src/tutorial/chapters/session-attacks/steps.ts';
import { chapter as sessions } from '../../src/tutorial/chapters/sessions/steps.ts';
import { chapter as sessionsOrTokens } from '../../src/tutorial/chapters/sessions-or-tokens/steps.ts';
import { chapter as stateless } from '../../src/tutorial/chapters/stateless/steps.ts';
import { Stage } from './support/stage.ts';
import { expectNotDone } from './support/walk.ts';

/** A show pauses for eyes to follow. Here its pauses are passed over, and each project shows one language. */
const languageOf = (project: string) => (project === 'service-worker' ? 'ko' : 'en');

async function watch({ page, stepDone }: Stage): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(1000);
    await expect(stepDone).toBeVisible({ timeout: 50 });
  }).toPass({ timeout: 100_000, intervals: [20] });
}

for (const { slug: chapter, steps } of [
  clientServer,
  stateless,
  connections,
  cookies,
  sessions,
  cookieRules,
  sessionAttacks,
  jwt,
  refresh,
  sessionsOrTokens,
]) {
  for (const { slug: step } of steps) {
    test(`${chapter}: ${step} is entered by its link, shown, and taken back`, async ({ page }, {
      project,
    }) => {
      const stage = new Stage(page, languageOf(project.name));
      await page.clock.install();
      await stage.enter({ chapter, step });
      await expectNotDone(stage);
      await stage.showMe();
      await watch(stage);
      await stage.takeBack();
      await expectNotDone(stage);
    });
  }
}
