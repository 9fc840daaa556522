import { expect, test } from 'vitest';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { rejectedCookies } from '../../../src/lab/rejected-cookies.ts';
import { signIn, testLab } from './test-lab.ts';

/** A lab whose shop asks for session cookies that no browser keeps. */
function carelessShop(): Lab {
  const lab = testLab();
  lab.changeCookieAttributes({ sameSite: 'none', secure: false });
  return lab;
}

const codes = (lab: Lab) =>
  rejectedCookies(lab.log, lab.browserId).map(({ decision }) => decision.code);

test('what a browser refuses is listed, newest first, with the message that brought it', async () => {
  const lab = carelessShop();
  await signIn(lab);
  lab.changeCookieAttributes({ sameSite: 'lax', domain: 'news.example' });
  await signIn(lab);
  expect(codes(lab)).toEqual(['domain-mismatch', 'same-site-none-without-secure']);
  const [newest] = rejectedCookies(lab.log, lab.browserId);
  expect(lab.exchange(newest!.exchangeId ?? '')?.request.method).toBe('POST');
  expect(rejectedCookies(lab.log, lab.browserId, 1)).toEqual([newest]);
});

test('each browser has a list of its own', async () => {
  const lab = carelessShop();
  await signIn(lab);
  lab.showBrowser('mallory-laptop');
  expect(codes(lab)).toEqual([]);
});

test('a cleared list is empty until the next refusal; undo brings it back', async () => {
  const lab = carelessShop();
  await signIn(lab);
  lab.clearRejectedCookies();
  expect(codes(lab)).toEqual([]);
  await signIn(lab);
  expect(codes(lab)).toHaveLength(1);
  lab.undo();
  lab.undo();
  lab.undo();
  expect(codes(lab)).toHaveLength(1);
  lab.undo();
  expect(codes(lab)).toEqual([]);
});

test('clearing one browser’s list leaves the other’s', async () => {
  const lab = carelessShop();
  await signIn(lab);
  lab.showBrowser('mallory-laptop');
  lab.clearRejectedCookies();
  lab.showBrowser('alice-laptop');
  expect(codes(lab)).toHaveLength(1);
});

test('a cleared list is kept with the lab', async () => {
  const lab = carelessShop();
  await signIn(lab);
  lab.clearRejectedCookies();
  const checked = checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())));
  expect(checked).toMatchObject({ ok: true });
});

test('an edit that gives a cookie another identity moves it, and is one thing to undo', async () => {
  const lab = testLab();
  await signIn(lab);
  const [sid] = lab.browser.jar.all();
  lab.editCookie(sid!, { ...sid!, name: 'moved', path: '/cart' });
  expect(lab.browser.jar.all()).toMatchObject([{ name: 'moved', path: '/cart' }]);
  lab.undo();
  expect(lab.browser.jar.all()).toEqual([sid]);
});

test('what script wrote and the browser refused is listed without a message', async () => {
  const lab = carelessShop();
  await lab.visit('https://shop.example/');
  const page = lab.browser.activeTab?.page;
  lab.browser.scriptAccess(page?.id ?? '')?.writeCookie('a=1; Domain=news.example');
  const [newest] = rejectedCookies(lab.log, lab.browserId);
  expect(newest).toMatchObject({ exchangeId: null, decision: { code: 'domain-mismatch' } });
});
