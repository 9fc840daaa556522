import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { buyer, thief, tryAll } from '../../src/tutorial/chapters/session-attacks/scripts.ts';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const product = 'shop.example/products/salt-bread';
const account = 'shop.example/account';
/** One request each, and up to 256 of them. */
const triesTakeTime = { timeout: 60_000 };

const attacksByHand: ByHand = {
  'copied-key': async (stage) => {
    await stage.answer('what-differs', 'nothing-asked');
    await comeAsAlice(stage, await stage.cookieValue('sid'));
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.switchProtection(m.attacks_password({}, stage.locale), true);
    await stage.visit('shop.example/cart');
    await stage.shop.getByLabel(m.shop_password_again({}, stage.locale)).fill('guessed');
    await stage.press(
      stage.shop.getByRole('button', { name: m.shop_place_order({}, stage.locale) }),
    );
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.answer('tie-it', 'costs');
  },

  'stored-xss': async (stage) => {
    const key = await stage.cookieValue('sid');
    await stage.answer('whose-script', 'shops');
    await writeReview(stage, thief);
    await expect(stage.goalsReached).toHaveCount(1);
    await lookAtBread(stage);
    await expect(stage.goalsReached).toHaveCount(2);
    await expect(stage.page.getByText('sid=').last()).toBeVisible();
    await comeAsAlice(stage, key);
  },

  'http-only-limits': async (stage) => {
    await stage.answer('what-remains', 'orders');
    await stage.visit(product);
    await expect(stage.goalsReached).toHaveCount(1);
    await writeReview(stage, buyer);
    await lookAtBread(stage);
  },

  'escape-and-policy': async (stage) => {
    await stage.answer('where', 'server-and-browser');
    await stage.switchProtection(m.attacks_policy({}, stage.locale), true);
    await stage.visit(product);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.switchProtection(m.attacks_raw_reviews({}, stage.locale), false);
    await stage.visit(product);
    await expect(stage.shop.getByText('<script>')).toBeVisible();
    await stage.answer('which-first', 'escape');
  },

  'forged-form': async (stage) => {
    await stage.answer('what-it-needs', 'the-address');
    await stage.visit('evil.example/form');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.chooseAttribute('SameSite', 'Lax');
    await stage.signIn();
    await stage.visit('evil.example/form');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.switchProtection(m.attacks_by_get({}, stage.locale), true);
    await stage.visit('shop.example');
    await stage.addBread();
    await stage.visit('evil.example/lead');
    await expect(stage.goalsReached).toHaveCount(3);
    await stage.answer('why-get', 'safe-method');
  },

  'from-next-door': async (stage) => {
    await stage.answer('does-lax-help', 'through');
    await stage.visit('blog.shop.example/form');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.chooseFormToken(m.attacks_form_token_synchroniser({}, stage.locale));
    await stage.visit('blog.shop.example/form');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.chooseFormToken(m.attacks_form_token_double({}, stage.locale));
    await stage.visit(
      'blog.shop.example/form?token=mallory&cookie=csrf&value=mallory&path=/orders',
    );
    await expect(stage.goalsReached).toHaveCount(3);
    await stage.answer('signed', 'bound');
  },

  fixation: async (stage) => {
    await stage.answer('which-key', 'mallorys');
    await stage.visit(`evil.example/link?sid=${await stage.sessionId()}`);
    await stage.press(
      stage.shop.getByRole('link', { name: m.shop_evil_link({}, stage.locale), exact: true }),
    );
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.sendSignInForm();
    await stage.takeSeatAt('mallory');
    await stage.visit(account);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.switchRegeneration(true);
    await stage.takeSeatAt('alice');
    await stage.signIn();
    await stage.takeSeatAt('mallory');
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(3);
    await stage.answer('sibling', 'domain-cookie');
  },

  guessing: async (stage) => {
    await stage.answer('how-many', 'half');
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example');
    await stage.typeIntoConsole(tryAll);
    await expect(stage.goalsReached).toHaveCount(1, triesTakeTime);
    await stage.makeSessionIds(128);
    await stage.takeSeatAt('alice');
    await stage.signIn();
    await stage.takeSeatAt('mallory');
    await stage.typeIntoConsole(tryAll);
    await expect(stage.goalsReached).toHaveCount(2, triesTakeTime);
    await stage.answer('sixteen-octets', 'never');
  },

  'in-the-clear': async (stage) => {
    await showCookies(stage);
    const key = await stage.cookieValue('sid');
    await stage.answer('what-is-heard', 'whom-and-how-much');
    await stage.visit('http://shop.example');
    await expect(stage.goalsReached).toHaveCount(1);
    await comeAsAlice(stage, key);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.switchProtection(m.attacks_hsts({}, stage.locale), true);
    await stage.takeSeatAt('alice');
    await stage.visit('https://shop.example');
    await stage.visit('http://shop.example');
    await expect(stage.goalsReached).toHaveCount(3);
    await stage.answer('gap', 'first-visit');
  },

  'after-sign-out': async (stage) => {
    await stage.answer('which-copy', 'token-lives');
    await comeAsAlice(stage, await stage.cookieValue('sid'));
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.takeSeatAt('alice');
    await stage.signOut();
    await stage.takeSeatAt('mallory');
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.rememberBy(m.stage_remember_jwt_cookie({}, stage.locale));
    await stage.takeSeatAt('alice');
    await stage.signIn();
    const token = await stage.cookieValue('token');
    await stage.signOut();
    await comeAsAlice(stage, token, 'token');
  },
};

/** Mallory puts the copy into her own jar, and opens the account. */
async function comeAsAlice(stage: Stage, copy: string, name = 'sid'): Promise<void> {
  await stage.takeSeatAt('mallory');
  await stage.visit('shop.example');
  await showCookies(stage);
  await stage.addCookie(name, copy);
  await stage.visit(account);
  await expect(stage.shopHeading(m.shop_account_title({}, stage.locale))).toBeVisible();
}

/** In the place of the console, say. */
async function showCookies({ locale, page }: Stage): Promise<void> {
  await page.getByRole('tab', { name: m.stage_cookies({}, locale), exact: true }).click();
}

async function writeReview(stage: Stage, text: string): Promise<void> {
  await stage.takeSeatAt('mallory');
  await stage.visit(product);
  await stage.shop.getByLabel(m.shop_review_label({}, stage.locale)).fill(text);
  await stage.press(
    stage.shop.getByRole('button', { name: m.shop_review_send({}, stage.locale), exact: true }),
  );
}

async function lookAtBread(stage: Stage): Promise<void> {
  await stage.takeSeatAt('alice');
  await stage.visit(product);
}

for (const language of languages) {
  test(`the session-attacks chapter can be done by hand, in ${language}`, async ({ page }) => {
    // Ten steps, and some hundreds of requests on the way.
    test.slow();
    await walk(new Stage(page, language), 'session-attacks', attacksByHand);
  });
}
