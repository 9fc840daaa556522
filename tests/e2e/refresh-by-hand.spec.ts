import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { askWith, plant } from '../../src/tutorial/chapters/refresh/tokens.ts';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const me = 'https://api.shop.example/me';
const account = 'shop.example/account';

const refreshByHand: ByHand = {
  'by-script': async (stage) => {
    await stage.answer('who-adds-it', 'script');
    await followName(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.runInConsole(`(await fetch('${me}')).status`);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit('evil.example');
    await stage.runInConsole(`await fetch('${me}', { headers: { Authorization: 'Bearer x' } })`);
    await stage.answer('what-cors-does', 'asks-first');
  },

  'short-life': async (stage) => {
    await stage.answer('who-ends-it', 'verifier-refuses');
    const line = "(await send('GET', '/me', null, bearer())).status";
    await stage.runInConsole(line);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.turnClock('minute', 6);
    await stage.runInConsole(line);
  },

  'nobody-notices': async (stage) => {
    await stage.answer('what-alice-sees', 'her-account');
    await stage.turnClock('minute', 6);
    await followName(stage);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.answer('why-two', 'rarely-shown');
  },

  'stolen-access': async (stage) => {
    await stage.answer('how-long', 'until-exp');
    await useCopyAsMallory(stage, await stage.storedValue('access_token'));
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.turnClock('minute', 6);
    await repeatInConsole(stage);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.takeSeatAt('alice');
    await stage.setTokens((tokens) =>
      tokens.getByLabel(m.refresh_access_life({}, stage.locale)).selectOption({ index: 0 }),
    );
    await signIn(stage);
    await useCopyAsMallory(stage, await stage.storedValue('access_token'));
    await stage.turnClock('minute', 2);
    await repeatInConsole(stage);
    await stage.answer('price-of-a-minute', 'refreshes');
  },

  'stolen-refresh': async (stage) => {
    await stage.answer('how-long', 'a-day');
    await comeAsAlice(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.turnClock('minute', 6);
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.setTokens((tokens) =>
      tokens.getByRole('checkbox', { name: m.refresh_rotation({}, stage.locale) }).check(),
    );
    await stage.takeSeatAt('alice');
    await stage.visit(account);
    await expectGreeting(stage);
    await stage.takeSeatAt('mallory');
    await stage.turnClock('minute', 6);
    await stage.reloadShop();
  },

  family: async (stage) => {
    await stage.answer('who-is-out', 'both');
    await comeAsAlice(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.takeSeatAt('alice');
    await stage.turnClock('minute', 6);
    await stage.visit(account);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.takeSeatAt('mallory');
    await stage.reloadShop();
    await stage.answer('two-tabs', 'false-alarm');
  },

  'sign-out': async (stage) => {
    await stage.answer('is-she-out', 'copy-lives');
    const copy = await stage.storedValue('access_token');
    await stage.removeStored('access_token');
    await expect(stage.goalsReached).toHaveCount(1);
    await useCopyAsMallory(stage, copy);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.takeSeatAt('alice');
    await stage.setTokens((tokens) =>
      tokens.getByLabel(m.tokens_revocation({}, stage.locale)).selectOption('deny-list'),
    );
    await signIn(stage);
    const second = await stage.storedValue('access_token');
    await stage.signOut();
    const signedOut = stage.shop.getByRole('link', {
      name: m.shop_sign_in({}, stage.locale),
      exact: true,
    });
    await expect(signedOut).toBeVisible();
    await useCopyAsMallory(stage, second);
    await stage.answer('what-it-costs', 'look-up');
  },
};

/** The name of whoever is signed in, which the page's script has put there. */
async function followName(stage: Stage): Promise<void> {
  const name = m.shop_user_alice({}, stage.locale);
  await stage.press(stage.shop.getByRole('link', { name, exact: true }));
  await expectGreeting(stage);
}

async function expectGreeting(stage: Stage): Promise<void> {
  const { locale } = stage;
  const name = m.shop_user_alice({}, locale);
  await expect(stage.shop.getByText(m.shop_account_greeting({ name }, locale))).toBeVisible();
}

async function signIn(stage: Stage): Promise<void> {
  await stage.signIn();
  await expect(stage.shopHeading(m.shop_cart_title({}, stage.locale))).toBeVisible();
}

async function useCopyAsMallory(stage: Stage, token: string): Promise<void> {
  await stage.takeSeatAt('mallory');
  await stage.visit('shop.example');
  await stage.runInConsole(askWith(token));
}

/** The line before, brought back by the arrow. */
async function repeatInConsole(stage: Stage): Promise<void> {
  const prompt = stage.page.getByRole('textbox', { name: m.console_input({}, stage.locale) });
  await prompt.press('ArrowUp');
  await stage.runInConsole(await prompt.inputValue());
}

async function comeAsAlice(stage: Stage): Promise<void> {
  const copy = await stage.storedValue('refresh_token');
  await stage.takeSeatAt('mallory');
  await stage.visit('shop.example');
  await stage.runInConsole(plant(copy));
  await stage.visit(account);
  await expectGreeting(stage);
}

for (const language of languages) {
  test(`the refresh chapter can be done by hand, in ${language}`, async ({ page }) => {
    test.slow();
    await walk(new Stage(page, language), 'refresh', refreshByHand);
  });
}
