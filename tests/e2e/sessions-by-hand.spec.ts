import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const signInHeading = (stage: Stage) => stage.shopHeading(m.shop_sign_in({}, stage.locale));
const accountHeading = (stage: Stage) => stage.shopHeading(m.shop_account_title({}, stage.locale));

const sessionsByHand: ByHand = {
  'sign-in': async (stage) => {
    await expect(stage.sessionIds).toHaveCount(0);
    await stage.sendSignInForm();
    await expect(stage.sessionIds).toHaveCount(1);
    await stage.answer('order', 'password-row-cookie');
  },

  'look-up': async (stage) => {
    await stage.press(
      stage.shop.getByRole('link', { name: m.shop_user_alice({}, stage.locale), exact: true }),
    );
    await expect(accountHeading(stage)).toBeVisible();
    await stage.answer('which-session', 'session-storage');
  },

  authorisation: async (stage) => {
    await stage.answer('what-answer', 'forbidden');
    await stage.visit('shop.example/orders/1002');
    await expect(stage.shopHeading(m.shop_problem_403_title({}, stage.locale))).toBeVisible();
    await stage.deleteCookie('sid');
    await stage.visit('shop.example/account');
    await expect(signInHeading(stage)).toBeVisible();
    await stage.answer('api', 'unauthorized');
  },

  'close-and-copy': async (stage) => {
    await stage.answer('what-becomes-of-the-row', 'until-time-out');
    await stage.closeBrowser();
    await expect(stage.cookieNames).toHaveCount(0);
    await expect(stage.sessionIds).toHaveCount(1);
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example');
    await stage.addCookie('sid', await stage.sessionId());
    await stage.visit('shop.example/account');
    await expect(accountHeading(stage)).toBeVisible();
  },

  'two-clocks': async (stage) => {
    await stage.answer('what-ends', 'cookie-refused');
    await stage.turnClock('minute', 4);
    await stage.visit('shop.example/account');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.turnClock('half-hour');
    await stage.visit('shop.example/account');
    await expect(signInHeading(stage)).toBeVisible();
  },

  'sign-out': async (stage) => {
    const key = await stage.sessionId();
    await stage.deleteCookie('sid');
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example/account');
    await expect(accountHeading(stage)).toBeVisible();
    await stage.takeSeatAt('alice');
    await stage.addCookie('sid', key);
    await stage.reloadShop();
    await stage.signOut();
    await expect(stage.sessionIds).toHaveCount(0);
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example/account');
    await expect(signInHeading(stage)).toBeVisible();
    await stage.answer('who-signs-out', 'server');
  },

  'new-key': async (stage) => {
    await stage.addBread();
    const guestKey = await stage.sessionId();
    await stage.signIn();
    await expect.poll(() => stage.sessionId()).not.toBe(guestKey);
    await stage.restartServer();
    await expect(stage.sessionIds).toHaveCount(0);
    await stage.visit('shop.example/account');
    await stage.answer('why-new', 'planted');
  },
};

for (const language of languages) {
  test(`the sessions chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'sessions', sessionsByHand);
  });
}
