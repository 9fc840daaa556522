import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const emptyCart = (stage: Stage) => stage.shop.getByText(m.shop_cart_empty({}, stage.locale));

const connectionsByHand: ByHand = {
  'one-each': async (stage) => {
    await stage.answer('how-many', 'as-many-as-requests');
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.setConnections((fields) => fields.amount(m.connections_round_trip, 200));
    await stage.reloadShop();
    await stage.answer('what-grew', 'round-trips');
  },

  'keep-alive': async (stage) => {
    await stage.answer('second-page', 'none');
    await stage.setConnections((fields) => fields.httpVersion('HTTP/1.1'));
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.press(
      stage.shop.getByRole('link', { name: m.shop_product_croissant({}, stage.locale) }),
    );
    await stage.answer('why-six', 'one-at-a-time');
  },

  'line-goes-dead': async (stage) => {
    await stage.answer('after-a-minute', 'new-handshake');
    await stage.turnClock('minute');
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.setConnections((fields) => fields.amount(m.connections_timeout, 300));
    await stage.reloadShop();
    await stage.turnClock('minute');
    await stage.reloadShop();
  },

  'finite-slots': async (stage) => {
    await stage.answer('fifty-guests', 'some-refused');
    await stage.setConnections((fields) => fields.letGuestsCome());
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.setConnections((fields) => fields.amount(m.connections_timeout, 0));
    await stage.turnClock('minute');
    await stage.setConnections((fields) => fields.letGuestsCome());
    await stage.answer('who-holds-them', 'idle');
  },

  'strangers-still': async (stage) => {
    await stage.answer('same-connection', 'stranger');
    await stage.addBread();
    await stage.visit('shop.example/cart');
    await expect(emptyCart(stage)).toBeVisible();
    await stage.rememberBy(m.stage_remember_session({}, stage.locale));
    await stage.visit('shop.example');
    await stage.addBread();
    await stage.joinNetwork(m.connections_network_mobile({}, stage.locale));
    await stage.visit('shop.example/cart');
    await expect(emptyCart(stage)).toBeHidden();
    await stage.answer('what-knows-her', 'in-the-request');
  },

  'newer-versions': async (stage) => {
    await stage.answer('with-two', 'one');
    await stage.setConnections((fields) => fields.httpVersion('HTTP/2'));
    await stage.reloadShop();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.setConnections((fields) => fields.httpVersion('HTTP/3'));
    await stage.reloadShop();
    await stage.answer('saved-by-three', 'one-round-trip');
  },
};

for (const language of languages) {
  test(`the connections chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'connections', connectionsByHand);
  });
}
