import { describe, expect, test } from 'vitest';
import type { SignedBy } from '../../../src/lab/bench/events.ts';
import { letterOf } from '../../../src/lab/bench/letter.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import type { TraceCode } from '../../../src/server/trace-codes.ts';
import { traced } from '../../../src/tutorial/observations.ts';
import { sendFormTo, settled } from '../../../src/lab/page-user.ts';
import { runLine } from '../../../src/tutorial/console.ts';
import {
  product,
  reviewForm,
} from '../../../src/tutorial/chapters/session-attacks/alices-visit.ts';
import { askWith, plant, storedToken } from '../../../src/tutorial/chapters/refresh/tokens.ts';
import {
  addBread,
  credentials,
  mallory,
  shop,
  shopCookie,
  signIn,
} from '../../../src/tutorial/preparations.ts';
import {
  planLoad,
  type PlanWanted,
} from '../../../src/tutorial/chapters/sessions-or-tokens/loads.ts';
import { allSteps, testLesson } from './lesson-lab.ts';

interface Turn {
  readonly step: string;
  readonly take: (lab: Lab) => void | Promise<void>;
}

/** Wrong turn to what a learner might do to take it. */
const turns: Readonly<Record<string, Turn>> = {
  'client-server/ask-and-answer/no-such-server': {
    step: 'client-server/ask-and-answer',
    take: (lab) => lab.visit('https://bakery.example/'),
  },
  'client-server/every-answer/no-such-server': {
    step: 'client-server/every-answer',
    take: (lab) => lab.visit('https://pizza.example/'),
  },
  'client-server/second-version/another-page': {
    step: 'client-server/second-version',
    take: async (lab) => {
      lab.changeSettings({ release: 2 });
      await lab.visit(`${shop}/cart`);
    },
  },
  'client-server/two-clients/another-address': {
    step: 'client-server/two-clients',
    take: async (lab) => {
      await lab.reload();
      await lab.ask(`${shop}/cart`);
    },
  },
  'connections/one-each/kept-open': {
    step: 'connections/one-each',
    take: async (lab) => {
      lab.changeConnections({ httpVersion: '1.1' });
      await lab.reload();
    },
  },
  'connections/keep-alive/still-closing': {
    step: 'connections/keep-alive',
    take: (lab) => lab.reload(),
  },
  'connections/line-goes-dead/no-pause': {
    step: 'connections/line-goes-dead',
    take: (lab) => lab.reload(),
  },
  'connections/line-goes-dead/still-short': {
    step: 'connections/line-goes-dead',
    take: async (lab) => {
      lab.changeConnections({ keepAliveTimeoutSeconds: 20 });
      await lab.reload();
      for (let visits = 0; visits < 2; visits += 1) {
        lab.advance(60_000);
        await lab.reload();
      }
    },
  },
  'connections/finite-slots/more-slots': {
    step: 'connections/finite-slots',
    take: (lab) => {
      lab.letGuestsCome(50);
      lab.advance(60_000);
      lab.changeConnections({ slots: 100 });
      lab.letGuestsCome(50);
    },
  },
  'connections/finite-slots/long-wait': {
    step: 'connections/finite-slots',
    take: (lab) => {
      lab.letGuestsCome(50);
      lab.advance(60_000);
      lab.changeConnections({ backlog: 100 });
      lab.letGuestsCome(50);
    },
  },
  'connections/finite-slots/slots-still-held': {
    step: 'connections/finite-slots',
    take: (lab) => {
      lab.letGuestsCome(50);
      lab.changeConnections({ keepAliveTimeoutSeconds: 0 });
      lab.letGuestsCome(50);
    },
  },
  'connections/strangers-still/same-line-again': {
    step: 'connections/strangers-still',
    take: async (lab) => {
      lab.changeSettings({ remember: 'session' });
      await addBread(lab);
      await lab.visit(`${shop}/cart`);
    },
  },
  'cookie-rules/domain/old-cookie': {
    step: 'cookie-rules/domain',
    take: async (lab) => {
      lab.changeCookieAttributes({ domain: 'shop.example' });
      await lab.visit('https://api.shop.example/me');
    },
  },
  'cookie-rules/path/in-the-cart': {
    step: 'cookie-rules/path',
    take: async (lab) => {
      await lab.visit(`${shop}/cart`);
      await runLine(lab, 'document.cookie');
    },
  },
  'cookie-rules/secure/signed-in-without-tls': {
    step: 'cookie-rules/secure',
    take: async (lab) => {
      lab.changeCookieAttributes({ secure: true });
      await lab.visit('http://shop.example/login');
      await lab.submitForm({
        action: 'http://shop.example/login',
        method: 'post',
        entries: Object.entries(credentials('alice')),
      });
    },
  },
  'cookie-rules/secure/old-cookie': {
    step: 'cookie-rules/secure',
    take: async (lab) => {
      lab.changeCookieAttributes({ secure: true });
      await lab.visit('http://shop.example/');
    },
  },
  'cookie-rules/http-only/old-cookie': {
    step: 'cookie-rules/http-only',
    take: async (lab) => {
      await runLine(lab, 'document.cookie');
      lab.changeCookieAttributes({ httpOnly: true });
      await lab.visit(`${shop}/`);
      await runLine(lab, 'document.cookie');
    },
  },
  'cookie-rules/same-site/two-minutes': {
    step: 'cookie-rules/same-site',
    take: async (lab) => {
      lab.changeCookieAttributes({ sameSite: 'unspecified' });
      await signIn(lab);
      await lab.visit('https://evil.example/');
      await orderFromThere(lab);
    },
  },
  'cookie-rules/same-site/old-cookie': {
    step: 'cookie-rules/same-site',
    take: async (lab) => {
      lab.changeCookieAttributes({ sameSite: 'lax' });
      await lab.visit('https://evil.example/');
      await orderFromThere(lab);
    },
  },
  'cookie-rules/strict-or-lax/old-cookie': {
    step: 'cookie-rules/strict-or-lax',
    take: async (lab) => {
      for (const sameSite of ['lax', 'strict'] as const) {
        lab.changeCookieAttributes({ sameSite });
        await lab.visit('https://news.example/');
        await lab.followLink(`${shop}/`);
      }
    },
  },
  'cookie-rules/third-party/not-reloaded': {
    step: 'cookie-rules/third-party',
    take: async (lab) => {
      await lab.visit('https://news.example/');
      lab.changeThirdPartyCookies('blocked');
    },
  },
  'cookie-rules/prefixes/no-domain': {
    step: 'cookie-rules/prefixes',
    take: (lab) => runLine(lab, "document.cookie = 'sid=mallorys'"),
  },
  'cookie-rules/prefixes/at-the-shop': {
    step: 'cookie-rules/prefixes',
    take: async (lab) => {
      await lab.visit(`${shop}/`);
      await runLine(lab, "document.cookie = '__Host-sid=mine; Domain=shop.example; Secure'");
    },
  },
  'session-attacks/copied-key/wrong-value': {
    step: 'session-attacks/copied-key',
    take: (lab) => comeWith(lab, 'sid', 'abcdef'),
  },
  'session-attacks/copied-key/ordered': {
    step: 'session-attacks/copied-key',
    take: async (lab) => {
      await comeWith(lab, 'sid', shopCookie(lab, 'sid')?.value ?? '');
      await orderFromThere(lab);
    },
  },
  'session-attacks/stored-xss/no-script': {
    step: 'session-attacks/stored-xss',
    take: async (lab) => {
      lab.showBrowser(mallory);
      await lab.visit(product);
      await lab.submitForm(reviewForm('Yum! fetch(document.cookie)'));
    },
  },
  'session-attacks/stored-xss/wrong-value': {
    step: 'session-attacks/stored-xss',
    take: (lab) => comeWith(lab, 'sid', `sid=${shopCookie(lab, 'sid')?.value ?? ''}`),
  },
  'session-attacks/http-only-limits/by-hand': {
    step: 'session-attacks/http-only-limits',
    take: async (lab) => {
      await addBread(lab);
      await orderFromThere(lab);
    },
  },
  'session-attacks/escape-and-policy/hole-open': {
    step: 'session-attacks/escape-and-policy',
    take: (lab) => fallFor(lab, product, 'order-written'),
  },
  'session-attacks/escape-and-policy/nothing-to-block': {
    step: 'session-attacks/escape-and-policy',
    take: async (lab) => {
      lab.changeProtection({ contentSecurityPolicy: true, escapeReviews: true });
      await lab.visit(product);
    },
  },
  'session-attacks/forged-form/old-cookie': {
    step: 'session-attacks/forged-form',
    take: async (lab) => {
      await fallFor(lab, 'https://evil.example/form', 'order-written');
      lab.changeCookieAttributes({ sameSite: 'lax' });
      await fallFor(lab, 'https://evil.example/form', 'cart-empty');
    },
  },
  'session-attacks/forged-form/no-bread': {
    step: 'session-attacks/forged-form',
    take: async (lab) => {
      await fallFor(lab, 'https://evil.example/form', 'order-written');
      lab.changeProtection({ changeByGet: true });
      await fallFor(lab, 'https://evil.example/lead', 'cart-empty');
    },
  },
  'session-attacks/from-next-door/without-cookie': {
    step: 'session-attacks/from-next-door',
    take: async (lab) => {
      lab.changeProtection({ formToken: 'double-submit' });
      await fallFor(lab, 'https://blog.shop.example/form?token=mallory', 'form-token-wrong');
    },
  },
  'session-attacks/fixation/too-early': {
    step: 'session-attacks/fixation',
    take: async (lab) => {
      const key = shopCookie(lab, 'sid', mallory)?.value ?? '';
      lab.changeSettings({ regenerateAtSignIn: true });
      await lab.visit(`${shop}/login?sid=${key}`);
      await signIn(lab);
    },
  },
  'session-attacks/fixation/own-key': {
    step: 'session-attacks/fixation',
    take: (lab) => signIn(lab),
  },
  'session-attacks/guessing/old-key': {
    step: 'session-attacks/guessing',
    take: async (lab) => {
      lab.changeSettings({ sessionIdBits: 128 });
      await comeWith(lab, 'sid', shopCookie(lab, 'sid')?.value ?? '');
      await lab.visit(`${shop}/account`);
    },
  },
  'session-attacks/in-the-clear/wrong-value': {
    step: 'session-attacks/in-the-clear',
    take: (lab) => comeWith(lab, 'sid', 'abcdef'),
  },
  'session-attacks/in-the-clear/not-told-yet': {
    step: 'session-attacks/in-the-clear',
    take: async (lab) => {
      await lab.visit('http://shop.example/');
      lab.changeProtection({ strictTransportSecurity: true });
      await lab.visit('http://shop.example/cart');
    },
  },
  'session-attacks/after-sign-out/wrong-value': {
    step: 'session-attacks/after-sign-out',
    take: (lab) => comeWith(lab, 'sid', 'abcdef'),
  },
  'session-attacks/after-sign-out/not-signed-out': {
    step: 'session-attacks/after-sign-out',
    take: async (lab) => {
      lab.changeSettings({ remember: 'jwt-cookie' });
      await signIn(lab);
      await comeWith(lab, 'token', shopCookie(lab, 'token')?.value ?? '');
    },
  },
  'refresh/by-script/plain-request': {
    step: 'refresh/by-script',
    take: async (lab) => {
      await lab.visit('https://evil.example/');
      await runLine(lab, "await fetch('https://api.shop.example/me')");
    },
  },
  'refresh/nobody-notices/too-early': {
    step: 'refresh/nobody-notices',
    take: (lab) => visitAccount(lab),
  },
  'refresh/stolen-access/old-token': {
    step: 'refresh/stolen-access',
    take: async (lab) => {
      const line = askWith(storedToken(lab, 'access_token') ?? '');
      lab.changeSettings({ accessTokenLifetimeSeconds: 60 });
      lab.advance(6 * 60_000);
      lab.showBrowser(mallory);
      await lab.visit(`${shop}/`);
      await runLine(lab, line);
      await runLine(lab, line);
    },
  },
  'refresh/stolen-refresh/alice-did-not-refresh': {
    step: 'refresh/stolen-refresh',
    take: async (lab) => {
      lab.changeSettings({ rotateRefreshTokens: true });
      const line = plant(storedToken(lab, 'refresh_token') ?? '');
      lab.showBrowser(mallory);
      await lab.visit(`${shop}/`);
      await runLine(lab, line);
      await visitAccount(lab);
    },
  },
  'refresh/family/alice-first': {
    step: 'refresh/family',
    take: async (lab) => {
      lab.advance(6 * 60_000);
      await visitAccount(lab);
    },
  },
  'refresh/sign-out/no-list-yet': {
    step: 'refresh/sign-out',
    take: (lab) => sendFormTo(lab, '/logout'),
  },
  'cookie-rules/same-place/by-hand': {
    step: 'cookie-rules/same-place',
    take: (lab) => {
      for (const cookie of lab.browser.jar.all()) lab.deleteCookie(cookie);
    },
  },
  'jwt/decode/not-a-token': {
    step: 'jwt/decode',
    take: (lab) => lab.bench.decode((lab.bench.token ?? '').split('.')[1] ?? ''),
  },
  'jwt/decode/old-token': {
    step: 'jwt/decode',
    take: async (lab) => {
      const old = lab.bench.token ?? '';
      await lab.bench.decode(old);
      await addBread(lab);
      await lab.bench.decode(old);
    },
  },
  'jwt/by-hand/another-letter': {
    step: 'jwt/by-hand',
    take: async ({ bench }) => {
      const { header, payload } = letterOf(bench.token);
      await bench.encode(header, payload.replace('Alice', 'Alicia'));
      await bench.join();
      await bench.makeMac();
      await bench.finish('base64url');
    },
  },
  'jwt/edit/broken': {
    step: 'jwt/edit',
    take: (lab) => forgeAndShow(lab, (payload) => payload.slice(1), 'old-signature'),
  },
  'jwt/edit/still-alice': {
    step: 'jwt/edit',
    take: (lab) => forgeAndShow(lab, (payload) => payload.replace('Alice', 'Ann'), 'old-signature'),
  },
  'jwt/weak-secret/still-alice': {
    step: 'jwt/weak-secret',
    take: (lab) => forgeAndShow(lab, (payload) => payload, 'found-word'),
  },
  'jwt/weak-secret/not-signed': {
    step: 'jwt/weak-secret',
    take: (lab) => forgeAndShow(lab, forBob, 'old-signature'),
  },
  'jwt/none/still-signed': {
    step: 'jwt/none',
    take: (lab) => forgeAndShow(lab, forBob, 'nobody'),
  },
  'jwt/none/careful-first': {
    step: 'jwt/none',
    take: async (lab) => {
      const { header, payload } = letterOf(lab.bench.token);
      await lab.bench.forge(header.replace('HS256', 'none'), forBob(payload), 'nobody');
      lab.changeCarelessness({ acceptNone: false });
      await lab.visit(`${shop}/account`);
    },
  },
  'jwt/four-verdicts/still-expired': {
    step: 'jwt/four-verdicts',
    take: async (lab) => {
      lab.advance(30 * 60_000);
      await forgeAndShow(lab, forTheNewspaper, 'shop-key');
    },
  },
  'jwt/four-verdicts/edited-only': {
    step: 'jwt/four-verdicts',
    take: (lab) => forgeAndShow(lab, forTheNewspaper, 'old-signature'),
  },
  'jwt/public-keys/wrong-host': {
    step: 'jwt/public-keys',
    take: (lab) => lab.visit(`${shop}/.well-known/jwks.json`),
  },
  'sessions-or-tokens/score-card/nothing-lost': {
    step: 'sessions-or-tokens/score-card',
    take: (lab) => send(lab, { breaks: 'nothing' }),
  },
  'sessions-or-tokens/not-small/signed-already': {
    step: 'sessions-or-tokens/not-small',
    take: async (lab) => {
      await signIn(lab);
      lab.changeSettings({ claimedPermissions: 240 });
      await lab.visit(`${shop}/account`);
    },
  },
  'sessions-or-tokens/three-instances/one-instance': {
    step: 'sessions-or-tokens/three-instances',
    take: (lab) => send(lab, {}),
  },
  'sessions-or-tokens/three-instances/nothing-crashed': {
    step: 'sessions-or-tokens/three-instances',
    take: (lab) => send(lab, { instances: { count: 3, balancing: 'sticky' }, breaks: 'nothing' }),
  },
  'sessions-or-tokens/block-alice/she-signed-out': {
    step: 'sessions-or-tokens/block-alice',
    take: (lab) => lab.submitForm({ action: `${shop}/logout`, method: 'post', entries: [] }),
  },
  'sessions-or-tokens/block-alice/new-row': {
    step: 'sessions-or-tokens/block-alice',
    take: async (lab) => {
      lab.revokeSession(lab.sessions[0]?.id ?? '');
      for (const cookie of lab.browser.jar.all()) lab.deleteCookie(cookie);
      await signIn(lab);
      await lab.visit(`${shop}/account`);
    },
  },
  'sessions-or-tokens/block-alice/signed-in-after': {
    step: 'sessions-or-tokens/block-alice',
    take: async (lab) => {
      lab.changeSettings({ remember: 'jwt-cookie', accessTokenRevocation: 'token-version' });
      lab.tokens.raiseVersion('alice');
      await signIn(lab);
      await lab.visit(`${shop}/account`);
    },
  },
  'sessions-or-tokens/store-down/not-shared': {
    step: 'sessions-or-tokens/store-down',
    take: (lab) => send(lab, { breaks: 'store' }),
  },
  'sessions-or-tokens/store-down/store-stood': {
    step: 'sessions-or-tokens/store-down',
    take: (lab) => send(lab, { instances: { count: 3, sessionStore: 'shared' } }),
  },
  'sessions-or-tokens/your-choice/one-instance': {
    step: 'sessions-or-tokens/your-choice',
    take: (lab) => send(lab, {}),
  },
  'sessions-or-tokens/your-choice/no-crash': {
    step: 'sessions-or-tokens/your-choice',
    take: (lab) => send(lab, { instances: { count: 3 }, breaks: 'nothing' }),
  },
  'sessions-or-tokens/your-choice/no-customer': {
    step: 'sessions-or-tokens/your-choice',
    take: (lab) =>
      send(lab, {
        instances: { count: 3, sessionStore: 'shared' },
        breaks: 'store',
        revocation: 'deny-list',
      }),
  },
};

const forBob = (payload: string) => payload.replace('"alice"', '"bob"');
const forTheNewspaper = (payload: string) =>
  payload.replace('"aud":"https://shop.example"', '"aud":"https://news.example"');

async function forgeAndShow(
  lab: Lab,
  change: (payload: string) => string,
  signedBy: SignedBy,
): Promise<void> {
  const { header, payload } = letterOf(lab.bench.token);
  await lab.bench.forge(header, change(payload), signedBy);
  await lab.visit(`${shop}/account`);
}

async function visitAccount(lab: Lab): Promise<void> {
  await lab.visit(`${shop}/account`);
  await settled(lab);
}

function send(lab: Lab, plan: PlanWanted): Promise<void> {
  planLoad(lab, plan);
  return lab.loads.run();
}

/** Mallory puts that into her jar, and opens the account. */
async function comeWith(lab: Lab, name: string, value: string): Promise<void> {
  lab.showBrowser(mallory);
  await lab.visit(`${shop}/`);
  lab.addCookie(name, value);
  await lab.visit(`${shop}/account`);
}

/** Opens a page that acts by itself, until the shop has taken that step. */
async function fallFor(lab: Lab, url: string, code: TraceCode): Promise<void> {
  const before = lab.exchanges.length;
  await lab.visit(url);
  await expect
    .poll(() => lab.exchanges.slice(before).some((one) => traced(one, code)), { timeout: 10_000 })
    .toBe(true);
  await settled(lab);
}

function orderFromThere(lab: Lab): Promise<void> {
  return lab.submitForm({ action: `${shop}/orders`, method: 'post', entries: [] });
}

describe.each(Object.entries(turns))('%s', (name, { step: path, take }) => {
  test('is noticed, answered, and does not pass the step', async () => {
    const found = allSteps.find((one) => one.name === path);
    if (found === undefined) throw new Error(`there is no step ${path}`);
    const { lesson, lab } = testLesson(found.chapter);
    await lesson.enter(found.step.slug);
    for (const { slug, answers } of found.step.questions)
      lesson.answer(slug, answers.find(({ right }) => right)?.slug ?? '');
    await take(lab);
    lesson.settle();
    expect(lesson.wrongTurn?.slug).toBe(name.split('/').at(-1));
    expect(lesson.done).toBe(false);
  });
});

test.each([
  'client-server',
  'connections',
  'cookie-rules',
  'session-attacks',
  'jwt',
  'refresh',
  'sessions-or-tokens',
])('each wrong turn of %s has a case', (slug) => {
  const noticed = allSteps
    .filter(({ chapter }) => chapter.slug === slug)
    .flatMap(({ name, step }) => (step.wrongTurns ?? []).map((turn) => `${name}/${turn.slug}`));
  expect(
    Object.keys(turns)
      .filter((name) => name.startsWith(`${slug}/`))
      .sort(),
  ).toEqual(noticed.sort());
});
