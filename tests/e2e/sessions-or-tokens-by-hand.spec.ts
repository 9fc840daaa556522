import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';
import { walk, type ByHand } from './support/walk.ts';

const permissions = (stage: Stage, count: number) =>
  stage.setTokens((popover) =>
    popover
      .getByLabel(m.load_permissions({}, stage.locale), { exact: true })
      .selectOption(String(count)),
  );

const sessionsOrTokensByHand: ByHand = {
  'score-card': async (stage) => {
    await stage.answer('fewer-look-ups', 'token');
    await stage.answer('fewer-octets', 'session');
    await stage.answer('survives-a-crash', 'token');
    await stage.answer('locks-out', 'session');
    await stage.sendLoad();
  },

  'not-small': async (stage) => {
    await stage.answer('past-the-limit', 'refused');
    await permissions(stage, 60);
    await stage.sendSignInForm();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.signOut();
    await permissions(stage, 240);
    await stage.signIn();
    await stage.answer('where-then', 'fewer-claims');
  },

  'million-rows': async (stage) => {
    await stage.answer('how-long', 'a-microsecond');
    await stage.measureLookUps();
    await stage.answer('what-costs', 'the-way');
  },

  'three-instances': async (stage) => {
    const { locale } = stage;
    await stage.answer('own-memories', 'a-third');
    await stage.sendLoad();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.planLoad(m.instances_balancing, m.instances_sticky({}, locale));
    await stage.planLoad(m.load_breaks, m.load_breaks_instance({}, locale));
    await stage.sendLoad();
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.planLoad(m.instances_balancing, m.instances_round_robin({}, locale));
    await stage.planLoad(m.instances_store, m.instances_shared({}, locale));
    await stage.sendLoad();
    await stage.answer('price', 'sharing');
  },

  'block-alice': async (stage) => {
    const { locale } = stage;
    await stage.answer('token-ends', 'at-exp');
    await stage.sessions.getByRole('button', { name: m.stage_session_revoke({}, locale) }).click();
    await stage.visit('shop.example/account');
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.rememberBy(m.stage_remember_jwt_cookie({}, locale));
    await stage.signIn();
    await stage.visit('shop.example/account');
    await stage.turnClock('half-hour');
    await stage.visit('shop.example/account');
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.setTokens((popover) =>
      popover
        .getByLabel(m.tokens_revocation({}, locale), { exact: true })
        .selectOption({ label: m.tokens_revocation_token_version({}, locale) }),
    );
    await stage.signIn();
    const user = m.stage_alice({}, locale);
    await stage.page
      .getByRole('button', {
        name: m.tokens_version_raise_named({ user }, locale),
      })
      .click();
    await stage.visit('shop.example/account');
    await stage.answer('what-came-back', 'look-up');
  },

  'store-down': async (stage) => {
    const { locale } = stage;
    await stage.answer('who-stays', 'tokens');
    await stage.planLoad(m.load_breaks, m.load_breaks_store({}, locale));
    await stage.sendLoad();
    await expect(stage.goalsReached).toHaveCount(1);
    await stage.planLoad(m.tokens_revocation, m.tokens_revocation_deny_list({}, locale));
    await stage.sendLoad();
    await stage.answer('two-failures', 'closed-or-open');
  },

  'your-choice': async (stage) => {
    const { locale } = stage;
    await stage.planLoad(m.instances_store, m.instances_shared({}, locale));
    await stage.sendLoad();
    await expect(stage.goalsReached).toHaveCount(2);
    await stage.planLoad(
      m.load_life,
      new Intl.NumberFormat(stage.language, {
        style: 'unit',
        unit: 'minute',
        unitDisplay: 'long',
      }).format(5),
    );
    await stage.sendLoad();
    await stage.answer('which-is-better', 'for-what');
  },
};

for (const language of languages) {
  test(`the chapter sessions-or-tokens can be done by hand, in ${language}`, async ({ page }) => {
    await walk(new Stage(page, language), 'sessions-or-tokens', sessionsOrTokensByHand);
  });
}
