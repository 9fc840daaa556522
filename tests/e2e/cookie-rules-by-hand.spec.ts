import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const neighbour = 'api.shop.example/me';

const cookieRulesByHand: ByHand = {
  domain: async (stage) => {
    await stage.answer('without-domain', 'this-host');
    await stage.visit(neighbour);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.deleteCookie('sid');
    await stage.chooseAttribute('Domain', 'shop.example');
    await stage.signIn();
    await stage.visit(neighbour);
    await stage.answer('whole-top-level', 'refused');
  },

  path: async (stage) => {
    await stage.answer('is-it-hidden', 'reachable');
    await stage.runInConsole('document.cookie');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.runInConsole("await (await fetch('/cart')).text()");
    await stage.answer('segments', 'below-only');
  },

  secure: async (stage) => {
    await stage.answer('one-old-link', 'goes');
    await stage.visit('http://shop.example');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.checkAttribute('Secure');
    await stage.signIn();
    await stage.visit('http://shop.example');
    await stage.answer('set-without-tls', 'refused');
  },

  'http-only': async (stage) => {
    await stage.answer('what-is-left', 'use');
    await stage.runInConsole('document.cookie');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.checkAttribute('HttpOnly');
    await stage.signIn();
    await stage.runInConsole('document.cookie');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.runInConsole("(await fetch('/account')).status");
  },

  'same-site': async (stage) => {
    await stage.answer('who-ordered', 'alice');
    await stepIntoTheTrap(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.chooseAttribute('SameSite', 'Lax');
    await stage.signIn();
    await stage.visit('shop.example');
    await stage.addBread();
    await stepIntoTheTrap(stage);
    await expect(stage.shopHeading(m.shop_sign_in({}, stage.locale))).toBeVisible();
    await stage.answer('subdomain', 'gets-through');
  },

  'strict-or-lax': async (stage) => {
    await stage.answer('by-link', 'lax-sends');
    await comeByTheNewspaper(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.chooseAttribute('SameSite', 'Strict');
    await stage.signIn();
    await comeByTheNewspaper(stage);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.followLogo();
    await stage.answer('default', 'lax');
  },

  'third-party': async (stage) => {
    await stage.answer('in-the-frame', 'own-cookie');
    await stage.visit('news.example');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.treatThirdParties(m.browsers_blocked({}, stage.locale));
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.treatThirdParties(m.browsers_partitioned({}, stage.locale));
    await stage.answer('what-partition-leaves', 'this-site');
  },

  prefixes: async (stage) => {
    await stage.answer('can-it-plant', 'for-the-domain');
    await stage.runInConsole("document.cookie = 'sid=mallorys; Domain=shop.example; Path=/'");
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.visit('shop.example');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit(neighbour);
    await stage.runInConsole(
      "document.cookie = '__Host-sid=mallorys; Domain=shop.example; Path=/; Secure'",
    );
    await stage.answer('what-host-promises', 'set-by-this-host');
  },

  'same-place': async (stage) => {
    await stage.answer('what-is-left', 'the-cookie');
    await stage.signOut();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.chooseAttribute('Domain', 'shop.example');
    await stage.signIn();
    await stage.signOut();
    await stage.answer('too-many', 'oldest-go');
  },
};

async function stepIntoTheTrap(stage: Stage): Promise<void> {
  await stage.visit('evil.example');
  await stage.press(
    stage.shop.getByRole('button', { name: m.shop_evil_button({}, stage.locale), exact: true }),
  );
}

async function comeByTheNewspaper(stage: Stage): Promise<void> {
  await stage.visit('news.example');
  await stage.press(
    stage.shop.getByRole('link', { name: m.shop_news_to_shop({}, stage.locale), exact: true }),
  );
}

for (const language of languages) {
  test(`the cookie-rules chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'cookie-rules', cookieRulesByHand);
  });
}
