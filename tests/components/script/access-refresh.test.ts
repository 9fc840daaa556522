import { beforeEach, expect, test } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { formTo, isUnfinished } from '../../../src/lab/on-page.ts';
import { followLinkTo, sendFormTo, settled } from '../../../src/lab/page-user.ts';
import {
  addressOf,
  askedOfApi,
  Gate,
  labWithScript,
  shop,
  textOf,
  told,
  visit,
} from './lab-with-script.ts';

let lab: Lab;
let gate: Gate;

beforeEach(() => {
  gate = new Gate();
  lab = labWithScript(gate);
  lab.changeSettings({ remember: 'access-refresh' });
});

const minutes = (count: number): void => lab.advance(count * 60_000);

async function signIn(): Promise<void> {
  await visit(lab, '/login');
  await sendFormTo(lab, '/login');
}

const entries = (kind: 'local' | 'session'): Record<string, string> =>
  Object.fromEntries(
    lab.browser.storage
      .all()
      .filter((area) => area.kind === kind)
      .flatMap((area) => area.entries),
  );

test('a stranger’s bread waits until they have signed in', async () => {
  await visit(lab, '/');
  await sendFormTo(lab, '/cart');
  expect(addressOf(lab)).toBe(`${shop}/login?next=/cart`);
  expect(askedOfApi(lab)).toEqual([]);
  await sendFormTo(lab, '/login');
  expect(addressOf(lab)).toBe(`${shop}/cart`);
  expect(textOf(lab, 'cart-salt-bread')).toContain('Salt bread');
  expect(textOf(lab, 'cart-total')).toBe('₩3,500');
  expect(textOf(lab, 'cart-link')).toBe('Cart 1');
  expect(textOf(lab, 'who')).toContain('Alice');
  expect(askedOfApi(lab)).toEqual([
    'OPTIONS /token 204',
    'POST /token 200',
    'OPTIONS /cart 204',
    'POST /cart 200',
    'OPTIONS /me 204',
    'GET /me 200',
    'GET /cart 200',
  ]);
});

test('every page is filled in: cart, order, account; and others’ orders are refused', async () => {
  await signIn();
  await visit(lab, '/');
  await sendFormTo(lab, '/cart');
  await sendFormTo(lab, '/orders');
  expect(addressOf(lab)).toBe(`${shop}/orders/1003`);
  expect(textOf(lab, 'order-for')).toBe('Ordered by Alice');
  expect(textOf(lab, 'order-total')).toBe('₩3,500');
  expect(textOf(lab, 'cart-link')).toBe('Cart 0');
  await followLinkTo(lab, '/account');
  expect(textOf(lab, 'greeting')).toBe('Good to see you, Alice.');
  expect(textOf(lab, 'content')).toContain('Order 1003');
  await visit(lab, '/orders/1002');
  expect(askedOfApi(lab).at(-1)).toBe('GET /orders/1002 403');
  expect(textOf(lab, 'title')).toBe('Not allowed');
  await visit(lab, '/cart');
  expect(textOf(lab, 'cart-empty')).toBe('Your cart is empty.');
});

test('the number of pieces is changed, and a row taken out, without another page', async () => {
  await signIn();
  await visit(lab, '/');
  await sendFormTo(lab, '/cart');
  const documentId = lab.browser.activeTab?.page?.id;
  await sendFormTo(lab, '/cart/quantity');
  expect(textOf(lab, 'cart-salt-bread')).toContain('× 1');
  await sendFormTo(lab, '/cart/remove');
  expect(textOf(lab, 'cart-empty')).toBe('Your cart is empty.');
  expect(textOf(lab, 'cart-link')).toBe('Cart 0');
  expect(lab.browser.activeTab?.page?.id).toBe(documentId);
});

test('past the access token’s life: 401, one refresh, and the same request again', async () => {
  await signIn();
  const first = entries('session')['access_token'];
  minutes(6);
  const from = lab.exchanges.length;
  await visit(lab, '/');
  expect(askedOfApi(lab, from)).toEqual([
    'GET /me 401',
    'OPTIONS /refresh 204',
    'POST /refresh 200',
    'GET /me 200',
  ]);
  expect(textOf(lab, 'who')).toContain('Alice');
  const names = lab.exchanges.at(-1)?.request.fields.map(([name]) => name);
  expect(names).toContain('Authorization');
  expect(entries('session')['access_token']).not.toBe(first);
});

test('a cookie that no script sees goes to /refresh alone', async () => {
  await signIn();
  const [cookie] = lab.browser.jar.all();
  expect(cookie).toMatchObject({ domain: 'api.shop.example', path: '/refresh', httpOnly: true });
  expect(JSON.stringify(lab.browser.storage.all())).not.toContain(cookie?.value);
  minutes(6);
  await visit(lab, '/account');
  const withCookie = lab.exchanges.filter(({ request }) =>
    request.fields.some(([name]) => name === 'Cookie'),
  );
  expect(withCookie.map(({ request }) => request.targetUri)).toEqual([
    'https://api.shop.example/refresh',
  ]);
});

test('a refresh token in localStorage: no cookie at all, and the script sends it as JSON', async () => {
  lab.changeSettings({ refreshTokenIn: 'local-storage' });
  await signIn();
  const first = entries('local')['refresh_token'];
  expect(first).toMatch(/^[\w-]{43}$/);
  minutes(6);
  await visit(lab, '/account');
  expect(textOf(lab, 'greeting')).toBe('Good to see you, Alice.');
  expect(entries('local')['refresh_token']).not.toBe(first);
  expect(lab.browser.jar.all()).toEqual([]);
});

test('an access token in memory is gone with the page: each page refreshes first', async () => {
  lab.changeSettings({ accessTokenIn: 'memory' });
  await signIn();
  expect(entries('session')).toEqual({});
  const from = lab.exchanges.length;
  await visit(lab, '/');
  expect(askedOfApi(lab, from)).toEqual(['POST /refresh 200', 'GET /me 200']);
});

test('signing out takes the tokens back, here and at the API', async () => {
  await signIn();
  const [cookie] = lab.browser.jar.all();
  await sendFormTo(lab, '/logout');
  expect(addressOf(lab)).toBe(`${shop}/`);
  expect(textOf(lab, 'who')).toContain('Guest');
  expect(lab.browser.jar.all()).toEqual([]);
  expect(lab.browser.storage.all()).toEqual([]);
  if (cookie) lab.putCookie(cookie);
  await lab.runInConsole(
    lab.browser.activeTab?.page?.id ?? '',
    `await fetch('https://api.shop.example/refresh', { method: 'POST', credentials: 'include' })`,
  );
  expect(askedOfApi(lab).at(-1)).toBe('POST /refresh 400');
});

test('signing out everywhere signs out the phone as well', async () => {
  lab.showBrowser('alice-phone');
  await signIn();
  lab.showBrowser('alice-laptop');
  await signIn();
  await followLinkTo(lab, '/account');
  await sendFormTo(lab, '/logout/everywhere');
  lab.showBrowser('alice-phone');
  minutes(6);
  await visit(lab, '/account');
  expect(addressOf(lab)).toBe(`${shop}/login?next=/account`);
});

test('when the refresh token is over, nobody is signed in any more', async () => {
  lab.changeSettings({ refreshLifetimeSeconds: 3600 });
  await signIn();
  minutes(61);
  await visit(lab, '/orders/1001');
  expect(addressOf(lab)).toBe(`${shop}/login?next=/orders/1001`);
  expect(lab.browser.storage.all()).toEqual([]);
  await sendFormTo(lab, '/login');
  expect(addressOf(lab)).toBe(`${shop}/orders/1001`);
  expect(textOf(lab, 'order-total')).toBe('₩11,800');
});

test('a wrong password is told of, and nothing is kept', async () => {
  await visit(lab, '/login?as=bob');
  const page = lab.browser.activeTab?.page;
  const form = formTo(page ?? null, '/login');
  const event = { type: 'submit', path: form?.place ?? [], submitter: null } as const;
  const path = [...(form?.place ?? []), 4];
  await lab.dispatchInPage(page?.id ?? '', event, [{ path, value: 'butter', checked: false }]);
  await settled(lab);
  expect(textOf(lab, 'problem')).toBe('User name and password do not belong together.');
  expect(lab.browser.storage.all()).toEqual([]);
});

test('after undo, the page’s script goes on with the tokens of that moment', async () => {
  await signIn();
  await visit(lab, '/');
  await sendFormTo(lab, '/cart');
  lab.undo();
  expect(addressOf(lab)).toBe(`${shop}/`);
  await sendFormTo(lab, '/cart');
  expect(textOf(lab, 'cart-salt-bread')).toContain('× 1');
});

/** Two tabs stand open, their access tokens over, and the browser opens both again at once. */
async function openTwoTabsAgain() {
  lab.changeStartup('last-session');
  lab.changeSettings({ accessTokenIn: 'memory' });
  await signIn();
  await lab.openTab(`${shop}/account`);
  await settled(lab);
  lab.closeBrowser();
  const from = lab.exchanges.length;
  gate.refreshTogether(2);
  await lab.openBrowser();
  for (const { id } of lab.browser.tabs) {
    lab.showTab(id);
    await settled(lab);
  }
  return { codes: told(lab, from), asked: askedOfApi(lab, from) };
}

test('two tabs at once, strict rotation: a false alarm signs both out', async () => {
  const { codes, asked } = await openTwoTabsAgain();
  // The page to sign in may try once more, if it comes before the other tab has forgotten its tokens.
  const [first, ...others] = asked.filter((line) => line.startsWith('POST /refresh')).toSorted();
  expect(first).toBe('POST /refresh 200');
  expect(new Set(others)).toEqual(new Set(['POST /refresh 400']));
  expect(codes).toContain('refresh-token-reused');
  expect(codes).toContain('family-revoked');
  lab.advance(1000);
  await visit(lab, '/account');
  expect(addressOf(lab)).toBe(`${shop}/login?next=/account`);
});

test('two tabs at once, with a grace period: both stay signed in', async () => {
  lab.changeSettings({ refreshGraceSeconds: 10 });
  const { codes } = await openTwoTabsAgain();
  expect(codes).toContain('refresh-token-within-grace');
  expect(codes).not.toContain('family-revoked');
  expect(textOf(lab, 'greeting')).toBe('Good to see you, Alice.');
});

test('a page whose script was stopped in the middle of it is not waited for', async () => {
  await signIn();
  minutes(6);
  gate.refreshTogether(2);
  await lab.visit(`${shop}/account`);
  const page = lab.browser.activeTab?.page ?? null;
  expect(isUnfinished(page)).toBe(true);
  await lab.runInConsole(page?.id ?? '', 'for (;;) {}');
  await settled(lab);
  expect(lab.log.map(({ event }) => event.type)).toContain('script-stopped');
  expect(isUnfinished(lab.browser.activeTab?.page ?? null)).toBe(true);
});
