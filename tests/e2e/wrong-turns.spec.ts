import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

interface WrongTurn {
  readonly chapter: string;
  readonly step: string;
  /** Words of the lesson's answer that are the same in both languages. */
  readonly answer: string;
  readonly take: (stage: Stage) => Promise<void>;
}

const wrongTurns: Readonly<Record<string, WrongTurn>> = {
  'nothing that lasts': {
    chapter: 'cookies',
    step: 'lifetime',
    answer: 'Max-Age',
    take: (stage) => stage.closeBrowser(),
  },
  'everything lasts': {
    chapter: 'cookies',
    step: 'lifetime',
    answer: 'Max-Age',
    take: async (stage) => {
      await stage.deleteCookie('cart');
      await stage.setMaxAge(m.stage_life_week({}, stage.locale));
      await stage.signIn();
      await stage.closeBrowser();
    },
  },
  'a value that the shop cannot read': {
    chapter: 'cookies',
    step: 'forge',
    answer: 'salt-bread:1:10',
    take: async (stage) => {
      await stage.editCookie('cart', () => 'ten won, please');
      await stage.visit('shop.example/cart');
    },
  },
  'the cookie from before the signature': {
    chapter: 'cookies',
    step: 'forge',
    answer: '',
    take: async (stage) => {
      await stage.signPlainCookies();
      await stage.visit('shop.example/cart');
    },
  },
  'a wrong password': {
    chapter: 'sessions',
    step: 'sign-in',
    answer: 'butter',
    take: async (stage) => {
      await stage.shop.getByLabel(m.shop_password({}, stage.locale)).fill('margarine');
      await stage.sendSignInForm();
    },
  },
  'her own order': {
    chapter: 'sessions',
    step: 'authorisation',
    answer: '1002',
    take: (stage) => stage.visit('shop.example/orders/1001'),
  },
  'an order that is not there': {
    chapter: 'sessions',
    step: 'authorisation',
    answer: '1002',
    take: (stage) => stage.visit('shop.example/orders/4711'),
  },
  'the key into the wrong jar': {
    chapter: 'sessions',
    step: 'close-and-copy',
    answer: '',
    take: async (stage) => stage.addCookie('sid', await stage.sessionId()),
  },
  'half of the key': {
    chapter: 'sessions',
    step: 'close-and-copy',
    answer: '32',
    take: async (stage) => {
      await stage.takeSeatAt('mallory');
      await stage.visit('shop.example');
      await stage.addCookie('sid', (await stage.sessionId()).slice(0, 16));
      await stage.visit('shop.example/account');
    },
  },
  'half an hour at once': {
    chapter: 'sessions',
    step: 'two-clocks',
    answer: '30',
    take: async (stage) => {
      await stage.turnClock('half-hour');
      await stage.visit('shop.example/account');
    },
  },
  'out without a key': {
    chapter: 'sessions',
    step: 'sign-out',
    answer: 'sid',
    take: async (stage) => {
      await stage.deleteCookie('sid');
      await stage.signOut();
    },
  },
  'out of another row': {
    chapter: 'sessions',
    step: 'sign-out',
    answer: 'sid',
    take: async (stage) => {
      await stage.deleteCookie('sid');
      await stage.signIn();
      await stage.signOut();
      await stage.takeSeatAt('mallory');
      await stage.visit('shop.example/account');
    },
  },
  'no key before': {
    chapter: 'sessions',
    step: 'new-key',
    answer: '',
    take: (stage) => stage.signIn(),
  },
  'the guest’s key kept': {
    chapter: 'sessions',
    step: 'new-key',
    answer: '',
    take: async (stage) => {
      await stage.switchRegeneration(false);
      await stage.addBread();
      await stage.signIn();
    },
  },
};

for (const [name, { chapter, step, answer, take }] of Object.entries(wrongTurns)) {
  test(`a wrong turn is answered: ${name} (${step})`, async ({ page }, { project }) => {
    const stage = new Stage(page, project.name === 'service-worker' ? 'en' : 'ko');
    await stage.enter({ chapter, step });
    await expect(stage.wrongTurn).toBeHidden();
    await take(stage);
    await expect(stage.wrongTurn).toContainText(answer);
    await expect(stage.stepDone).toBeHidden();
  });
}
