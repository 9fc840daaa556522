import { expect, test } from '@playwright/test';
import { languages, Stage } from './support/stage.ts';
import { expectNotDone } from './support/walk.ts';

const firstCookie = { chapter: 'cookies', step: 'set-cookie' };
const lookUp = { chapter: 'sessions', step: 'look-up' };

for (const language of languages) {
  test.describe(`a lesson in ${language}`, () => {
    test('goes on after a reload: jar, table, and what was done', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter({ chapter: 'sessions', step: 'sign-in' });
      await stage.sendSignInForm();
      await expect(stage.goalsReached).toHaveCount(1);
      await stage.answer('order', 'password-row-cookie');
      await expect(stage.stepDone).toBeVisible();
      const key = await stage.sessionId();
      await stage.goOn();
      await page.reload();
      await stage.prepared();
      await expect(stage.cookieNames).toHaveText(['sid']);
      expect(await stage.sessionId()).toBe(key);
      await expectNotDone(stage);
      await expect(stage.stepsDone).toHaveCount(1);
    });

    test('is taken up in the middle of a step after a reload', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter(firstCookie);
      await stage.addBread();
      await expect(stage.goalsReached).toHaveCount(1);
      await page.reload();
      await stage.prepared();
      await expect(stage.goalsReached).toHaveCount(1);
      await expect(stage.cookieNames).toHaveText(['cart']);
    });

    test('restarts a step where it began', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter(firstCookie);
      await stage.addBread();
      await expect(stage.goalsReached).toHaveCount(1);
      await stage.restartStep();
      await expectNotDone(stage);
      await expect(stage.cookieNames).toHaveCount(0);
      await stage.addBread();
      await expect(stage.goalsReached).toHaveCount(1);
    });

    test('undoes what was done last', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter({ chapter: 'cookies', step: 'delete-it' });
      await stage.deleteCookie('cart');
      await expect(stage.goalsReached).toHaveCount(1);
      await stage.undo();
      await expect(stage.cookie('cart')).toBeVisible();
    });

    test('goes back to the step before by the back button', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter(firstCookie);
      await stage.skip();
      await expect(stage.stepLink(2)).toHaveAttribute('aria-current', 'step');
      await page.goBack();
      await expect(stage.stepLink(1)).toHaveAttribute('aria-current', 'step');
      await stage.prepared();
      await expectNotDone(stage);
      await stage.addBread();
      await expect(stage.goalsReached).toHaveCount(1);
    });

    test('a show that one breaks off by taking over leaves nothing behind', async ({ page }) => {
      const stage = new Stage(page, language);
      await stage.enter(lookUp);
      await stage.showMe();
      await stage.takeBack();
      await expectNotDone(stage);
      await expect(stage.cookieNames).toHaveText(['sid']);
    });
  });
}
