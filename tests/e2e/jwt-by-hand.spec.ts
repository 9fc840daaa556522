import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Bench } from './support/bench.ts';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const account = 'shop.example/account';

const jwtByHand: ByHand = {
  decode: async (stage) => {
    const bench = new Bench(stage);
    await stage.answer('what-it-takes', 'nothing');
    await bench.press(m.bench_decode);
    await bench.says('"sub": "alice"');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.visit('shop.example');
    await stage.addBread();
    await bench.press(m.bench_decode);
    await bench.says('"salt-bread": 1');
    await stage.answer('four-words', 'encoding');
  },

  'by-hand': async (stage) => {
    const bench = new Bench(stage);
    await stage.answer('one-letter', 'about-half');
    await bench.press(m.bench_encode);
    await bench.press(m.bench_join);
    await expect(stage.goalsReached).toHaveCount(1);
    await bench.press(m.bench_mac);
    await bench.press(m.bench_finish);
    await bench.says(m.bench_token_same({}, stage.locale));
    await expect(stage.goalsReached).toHaveCount(2);
    await bench.rewrite(m.jwt_payload, (text) => text.replace('alice', 'alicf'));
    await bench.press(m.bench_encode_again);
    await bench.press(m.bench_join);
    await bench.press(m.bench_mac);
    await expect(stage.goalsReached).toHaveCount(3);
    await bench.press(m.bench_finish_base64);
  },

  edit: async (stage) => {
    await stage.answer('what-happens', 'refused');
    await new Bench(stage).forgeForBob(m.bench_put);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.visit(account);
    await stage.answer('which-check', 'signature');
  },

  'weak-secret': async (stage) => {
    const bench = new Bench(stage);
    await stage.answer('how-long', 'seconds');
    await bench.press(m.bench_search);
    await bench.press(m.bench_give_up);
    await expect(bench.section.getByRole('progressbar')).toBeHidden();
    await expect(stage.goalsReached).toHaveCount(0);
    await bench.press(m.bench_search);
    await expect(bench.section.getByRole('status').first()).toContainText('croissant', {
      timeout: 60_000,
    });
    await expect(stage.goalsReached).toHaveCount(1);
    await bench.forgeForBob(m.bench_sign_and_put);
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.visit(account);
    await expect(stage.shopHeading(m.shop_account_title({}, stage.locale))).toBeVisible();
    await stage.answer('what-helps', 'random');
  },

  none: async (stage) => {
    const bench = new Bench(stage);
    await bench.rewrite(m.jwt_header, (text) => text.replace('HS256', 'none'));
    await bench.forgeForBob(m.bench_put);
    await stage.visit(account);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.verifyCarefully();
    await stage.visit(account);
    await stage.answer('who-chooses', 'verifier');
  },

  'four-verdicts': async (stage) => {
    const bench = new Bench(stage);
    await stage.answer('after-exp', 'signature-valid');
    await stage.turnClock('half-hour');
    await stage.visit(account);
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.signIn();
    await bench.rewrite(m.jwt_payload, (text) =>
      text.replace('"aud":"https://shop.example"', '"aud":"https://news.example"'),
    );
    await bench.press(m.bench_sign_and_put);
    await bench.says(m.bench_put_done({}, stage.locale));
    await stage.visit(account);
    await stage.answer('blocked', 'none');
  },

  'public-keys': async (stage) => {
    const bench = new Bench(stage);
    await stage.answer('what-for', 'verify');
    await stage.visit('api.shop.example/.well-known/jwks.json');
    await expect(stage.goalsReached).toHaveCount(1);
    await bench.press(m.bench_verify);
    await bench.says(m.bench_verified({}, stage.locale));
    await bench.press(m.bench_sign_as_bob);
    await bench.says(m.bench_cannot_sign({}, stage.locale));
    await stage.answer('ten-services', 'pair');
  },
};

for (const language of languages) {
  test(`the jwt chapter can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'jwt', jwtByHand);
  });
}
