import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const emptyCart = (stage: Stage) => stage.shop.getByText(m.shop_cart_empty({}, stage.locale));

const statelessByHand: ByHand = {
  'first-meeting': async (stage) => {
    await stage.addBread();
    await expect(emptyCart(stage)).toBeVisible();
    await stage.followCartLink(0);
    await stage.answer('where-is-the-bread', 'let-go');
  },

  'no-name': async (stage) => {
    await stage.answer('which-line', 'none');
    await stage.visit('shop.example');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example');
    await stage.answer('whose', 'cannot-tell');
  },

  'by-address': async (stage) => {
    await stage.answer('what-will-mallory-see', 'alices-cart');
    await stage.takeSeatAt('mallory');
    await stage.visit('shop.example/cart');
    await expect(
      stage.shop.getByRole('link', { name: m.shop_product_salt_bread({}, stage.locale) }),
    ).toBeVisible();
    await stage.takeSeatAt('alice');
    await stage.joinNetwork(m.connections_network_mobile({}, stage.locale));
    await stage.visit('shop.example/cart');
    await expect(emptyCart(stage)).toBeVisible();
  },

  'password-each-time': async (stage) => {
    await order(stage);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.visit('shop.example/products/baguette');
    await order(stage);
    await stage.answer('ten-orders', 'ten-times');
  },

  'ticket-by-hand': async (stage) => {
    await stage.addBread();
    const ticket = await stage.sessionId();
    await stage.visit('shop.example/cart');
    await expect(emptyCart(stage)).toBeVisible();
    await stage.visit(`shop.example/cart?ticket=${ticket}`);
    await expect(emptyCart(stage)).toBeHidden();
    await stage.answer('who-else', 'whoever-has-it');
  },

  'two-instances': async (stage) => {
    await stage.addBread();
    await expect(emptyCart(stage)).toBeVisible();
    await stage.balanceBy(m.instances_sticky({}, stage.locale));
    await stage.visit('shop.example');
    await stage.addBread();
    await expect(emptyCart(stage)).toBeHidden();
    await stage.answer('price-of-sticking', 'tied');
  },

  crash: async (stage) => {
    await stage.answer('what-is-lost', 'cart');
    const on = stage.sessions.getByText(/shop-\d/);
    const machine = /shop-\d/.exec((await on.textContent()) ?? '')?.[0] ?? '';
    await stage.stopMachine(machine);
    await stage.reloadShop();
    await expect(emptyCart(stage)).toBeVisible();
    await stage.followLogo();
    await stage.answer('why-forget', 'any-server');
  },
};

/** By the form that carries the name and the password, filled in already. */
async function order(stage: Stage): Promise<void> {
  await stage.press(
    stage.shop.getByRole('button', { name: m.shop_place_order({}, stage.locale), exact: true }),
  );
}

for (const language of languages) {
  test(`the stateless chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'stateless', statelessByHand);
  });
}
