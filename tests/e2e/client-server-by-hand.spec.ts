import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const clientServerByHand: ByHand = {
  'ask-and-answer': async (stage) => {
    await stage.visit('shop.example');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.press(
      stage.shop.getByRole('link', { name: m.shop_product_croissant({}, stage.locale) }),
    );
    await stage.answer('who-began', 'browser');
    await stage.answer('where-is-the-page', 'content');
  },

  'every-answer': async (stage) => {
    await stage.answer('nothing-there', 'an-answer');
    await stage.press(
      stage.shop.getByRole('link', { name: m.shop_product_baguette({}, stage.locale) }),
    );
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.visit('shop.example/products/pizza');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit('shop.example');
    await stage.addBread();
  },

  'second-version': async (stage) => {
    await stage.answer('when-new', 'next-request');
    await stage.installRelease(m.stage_release_two({}, stage.locale));
    await expect(stage.goalsReached).toHaveCount(1);
    await expect(stage.shopHeading(m.shop_products_title({}, stage.locale))).toBeVisible();
    await stage.reloadShop();
    await expect(stage.shopHeading(m.shop_second_products_title({}, stage.locale))).toBeVisible();
    await stage.answer('what-must-stay', 'messages');
  },

  'two-clients': async (stage) => {
    await stage.answer('what-comes', 'the-same');
    await stage.visit('shop.example');
    await stage.askByCurl('shop.example/');
    await stage.answer('who-fetched-pictures', 'browser-asked');
  },

  'origin-and-site': async (stage) => {
    await stage.answer('the-api', 'site-only');
    await stage.answer('without-tls', 'strangers');
    await stage.visit('api.shop.example/me');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.lookBehindTheLock(['https://api.shop.example', 'https://shop.example']);
    await stage.visit('http://shop.example');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit('news.example');
    await stage.answer('other-port', 'same-site');
  },
};

for (const language of languages) {
  test(`the client-server chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'client-server', clientServerByHand);
  });
}
