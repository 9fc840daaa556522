import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const cookiesByHand: ByHand = {
  'set-cookie': async (stage) => {
    await stage.addBread();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.followCartLink(1);
    await stage.answer('who-copied', 'browser');
  },

  'what-goes-back': async (stage) => {
    await stage.answer('which-parts', 'name-and-value');
    await stage.answer('which-requests', 'pictures-too');
    await stage.followLogo();
  },

  'delete-it': async (stage) => {
    await stage.deleteCookie('cart');
    await stage.followCartLink(1);
    await expect(stage.shop.getByText(m.shop_cart_empty({}, stage.locale))).toBeVisible();
    await stage.answer('who-noticed', 'nothing');
  },

  lifetime: async (stage) => {
    await stage.answer('who-survives', 'with-max-age');
    await stage.setMaxAge(m.stage_life_week({}, stage.locale));
    await stage.signIn();
    await expect(stage.cookieNames).toHaveText(['cart', 'user']);
    await stage.closeBrowser();
    await expect(stage.cookieNames).toHaveText(['user']);
    await stage.openBrowser();
    await stage.visit('shop.example');
  },

  'who-gets-it': async (stage) => {
    await stage.answer('where-to', 'cart-only');
    await stage.visit('shop.example/cart');
    await stage.visit('shop.example');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit('news.example');
    await stage.answer('ad-server', 'own-cookie');
  },

  forge: async (stage) => {
    const cheap = m.shop_price({ amount: '10' }, stage.locale);
    await stage.editCookie('cart', (value) => value.replace(/:\d+$/, ':10'));
    await stage.followCartLink(1);
    await expect(stage.shop.locator('#cart-total')).toHaveText(cheap);
    await stage.signPlainCookies();
    await stage.followLogo();
    await stage.addBread();
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.editCookie('cart', (value) => value.replace(/:\d+\./, ':10.'));
    await stage.visit('shop.example/cart');
    await expect(stage.shop.getByText(m.shop_cart_empty({}, stage.locale))).toBeVisible();
    await stage.answer('still-readable', 'readable');
  },

  cafe: async (stage) => {
    const greeting = (name: string) =>
      stage.shop.getByText(m.shop_account_greeting({ name }, stage.locale));
    await stage.visit('shop.example/account');
    await expect(greeting(m.shop_user_alice({}, stage.locale))).toBeVisible();
    await stage.editCookie('user', () => 'bob');
    await stage.visit('shop.example/account');
    await expect(greeting(m.shop_user_bob({}, stage.locale))).toBeVisible();
    await stage.rememberBy(m.stage_remember_session({}, stage.locale));
    await stage.signIn();
    await expect(stage.cookie('sid')).toBeVisible();
    await stage.answer('what-to-carry', 'meaningless-key');
  },
};

for (const language of languages) {
  test(`the cookies chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'cookies', cookiesByHand);
  });
}
