import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64url } from '../../../../src/jwt/base64url.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { openShared } from '../../../../src/lab/share/open-shared.ts';
import {
  largestLab,
  longestLink,
  readLabLink,
  readLabText,
  shareLab,
} from '../../../../src/lab/share/shared-lab.ts';
import { signIn, testLab } from '../test-lab.ts';

/** So that a test can break it anywhere. */
type AnyJson = ReturnType<typeof JSON.parse>;

const link = (text: string) => `#lab=${encodeBase64url(deflateRawSync(text))}`;
const cart = { action: '/cart', method: 'post' } as const;

async function buys(lab: Lab): Promise<void> {
  await lab.submitForm({ ...cart, entries: [['product', 'salt-bread']] });
}

async function livedIn(): Promise<Lab> {
  const lab = testLab();
  await signIn(lab);
  await buys(lab);
  lab.showBrowser('alice-phone');
  await lab.visit('https://news.example/');
  lab.changeCookieAttributes({ maxAgeSeconds: 600 });
  lab.advance(60_000);
  return lab;
}

async function given(lab: Lab): Promise<AnyJson> {
  return JSON.parse((await shareLab(lab.snapshot())).text);
}

async function opened(fragment: string, lab = testLab()): Promise<Lab> {
  const read = await readLabLink(fragment);
  if (!read.ok) throw new Error(read.code);
  expect(openShared(lab, read.snapshot)).toBe(true);
  return lab;
}

/** Where the browser on the stage ended up. */
const pageOf = (lab: Lab) => lab.browser.activeTab?.page?.url.replace(/\?.*$/, '');

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a lab in a link', () => {
  it('is opened elsewhere event for event, and goes on', async () => {
    const lab = await livedIn();
    const { fragment } = await shareLab(lab.snapshot());
    const other = await opened(fragment);
    expect(json(other.log)).toEqual(json(lab.log));
    expect(json(other.exchanges)).toEqual(json(lab.exchanges));
    expect(other.sessions).toEqual(lab.sessions);
    expect(other.clock.now).toBe(lab.clock.now);
    expect(other.browserId).toBe('alice-phone');
    other.showBrowser('alice-laptop');
    await other.visit('https://shop.example/account');
    expect(pageOf(other)).toBe('https://shop.example/account');
  });

  it('is small enough for an address after a sign-in and an order', async () => {
    const { fragment } = await shareLab((await livedIn()).snapshot());
    expect(fragment.length).toBeLessThan(longestLink * 0.6);
  });

  it('takes the place of the lab one has, which undo brings back', async () => {
    const { fragment } = await shareLab((await livedIn()).snapshot());
    const mine = testLab();
    await signIn(mine, 'bob', 'honey');
    const before = json(mine.log);
    await opened(fragment, mine);
    expect(mine.sessions[0]?.userId).toBe('alice');
    mine.undo();
    expect(json(mine.log)).toEqual(before);
    expect(mine.sessions[0]?.userId).toBe('bob');
  });

  it('comes back the same, whatever was done in it', async () => {
    const actions: readonly ((lab: Lab) => unknown)[] = [
      (lab) => signIn(lab),
      (lab) => signIn(lab, 'bob', 'wrong'),
      buys,
      (lab) => lab.visit('https://news.example/'),
      (lab) => lab.openTab('https://shop.example/cart'),
      (lab) => lab.changeSettings({ remember: 'jwt-cookie' }),
      (lab) => lab.changeSettings({ remember: 'plain-cookie', signPlainCookie: true }),
      (lab) => lab.restartServer(),
      (lab) => lab.closeBrowser(),
      (lab) => lab.openBrowser(),
      (lab) => lab.advance(31 * 60_000),
      (lab) => lab.undo(),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...actions), { maxLength: 6 }), async (done) => {
        const lab = testLab();
        for (const act of done) await act(lab);
        const { fragment, text } = await shareLab(lab.snapshot());
        const other = await opened(fragment);
        expect(json(other.log)).toEqual(JSON.parse(text).log);
      }),
      { numRuns: 12 },
    );
  });
});

describe('what is not in it', () => {
  it('keys: of a pair the public half stays and verifies, a shared secret goes', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie', cookieTokenAlgorithm: 'ES256' });
    await signIn(lab);
    await signIn(lab);
    lab.changeSettings({ cookieTokenAlgorithm: 'HS256' });
    await buys(lab);
    const secrets = lab.tokens.keys.map(({ jwk }) => jwk['d'] ?? jwk['k']);
    expect(secrets).toHaveLength(2);
    const { text, leftOut, fragment } = await shareLab(lab.snapshot());
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain('shop/secrets');
    expect(leftOut.keys).toBe(3);
    const other = await opened(fragment);
    await other.visit('https://shop.example/account');
    expect(pageOf(other)).toBe('https://shop.example/login');
  });

  it('a token that the kept public half verifies is still good', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie', cookieTokenAlgorithm: 'ES256' });
    await signIn(lab);
    const other = await opened((await shareLab(lab.snapshot())).fragment);
    await other.visit('https://shop.example/account');
    expect(pageOf(other)).toBe('https://shop.example/account');
    await buys(other);
    expect(other.tokens.keys).toHaveLength(2);
  });

  it.each([
    ['the sign-in form', (lab: Lab) => signIn(lab, 'alice', 'my-own password')],
    [
      'an address',
      (lab: Lab) => lab.visit('https://shop.example/login?user_password=my-own+password'),
    ],
    ['the command line', (lab: Lab) => lab.ask('https://shop.example/?password=my-own%20password')],
  ])('a password typed into %s', async (_where, type) => {
    const lab = testLab();
    await type(lab);
    const { text, leftOut } = await shareLab(lab.snapshot());
    expect(text).not.toContain('my-own');
    expect(leftOut.passwords).toBeGreaterThan(0);
  });

  it('but the two passwords that stand in every sign-in form are no secret', async () => {
    const lab = testLab();
    await signIn(lab);
    const { leftOut } = await shareLab(lab.snapshot());
    expect(leftOut.passwords).toBe(0);
    expect(json(await given(lab))).toMatchObject({ log: json(lab.log) });
  });

  it('a token from elsewhere, nor what it says', async () => {
    const part = (value: unknown) =>
      encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
    const token = `${part({ alg: 'HS256', kid: 'their-key' })}.${part({ iss: 'https://login.company.test', sub: 'kim-minji', exp: 1 })}.c2ln`;
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie' });
    await lab.visit('https://shop.example/');
    lab.addCookie('token', token);
    await lab.visit('https://shop.example/account');
    await lab.bench.decode(token);
    const { text, leftOut, fragment } = await shareLab(lab.snapshot());
    expect(leftOut.tokens).toBe(1);
    for (const secret of [token, token.split('.')[1], 'kim-minji', 'company.test', 'their-key'])
      expect(text).not.toContain(secret);
    await opened(fragment);
  });

  it('while tokens of the lab stay, those made by hand in it too', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie' });
    await signIn(lab);
    const { leftOut } = await shareLab(lab.snapshot());
    expect(leftOut.tokens).toBe(0);
  });
});

describe('what cannot be opened is said, and nothing is lost', () => {
  test.each<[what: string, fragment: string, code: string]>([
    ['nothing', '#lab=', 'not-a-lab'],
    ['letters that are none', '#lab=ab*c', 'not-a-lab'],
    ['no deflated text', '#lab=AAAA', 'not-a-lab'],
    ['no JSON', link('hello'), 'not-a-lab'],
    ['other JSON', link('{"schema":"other"}'), 'not-a-lab'],
    ['a later version', link('{"schema":"remember-me/lab","version":2}'), 'other-version'],
    ['a lab without a log', link('{"schema":"remember-me/lab","version":1}'), 'damaged'],
    ['a bomb', link(' '.repeat(largestLab + 1)), 'too-large'],
    ['a deep well', link(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'damaged'],
  ])('%s', async (_what, fragment, code) => {
    expect(await readLabLink(fragment)).toEqual({ ok: false, code });
  });

  it('a link that was cut off', async () => {
    const { fragment } = await shareLab((await livedIn()).snapshot());
    for (const length of [20, 1000, fragment.length - 4])
      expect((await readLabLink(fragment.slice(0, length))).ok).toBe(false);
  });

  it('any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await readLabLink(`#lab=${text}`)).ok).toBe(false);
        expect((await readLabLink(text)).ok).toBe(false);
        expect(readLabText(text).ok).toBe(false);
      }),
    );
  });

  test.each<[what: string, spoil: (lab: AnyJson) => void]>([
    ['a tab that is not there', (lab) => (lab.remembered['browser/state'][0][1].activeTabId = 'x')],
    ['an answer without a request', (lab) => lab.log.splice(0, lab.log.length - 3)],
    ['events from the future', (lab) => (lab.time = 0)],
  ])('a lab that contradicts itself: %s', async (_what, spoil) => {
    const shared = await given(await livedIn());
    spoil(shared);
    const read = readLabText(JSON.stringify(shared));
    if (!read.ok) throw new Error(read.code);
    const mine = testLab();
    await signIn(mine, 'bob', 'honey');
    const before = json(mine.log);
    const couldUndo = mine.canUndo;
    expect(openShared(mine, read.snapshot)).toBe(false);
    expect(json(mine.log)).toEqual(before);
    expect(mine.canUndo).toBe(couldUndo);
    await mine.visit('https://shop.example/account');
    expect(pageOf(mine)).toBe('https://shop.example/account');
  });
});

test('a page in a link is rebuilt from the allow-list', async () => {
  const shared = await given(await livedIn());
  const [[, tab]] = shared.remembered['browser/alice-laptop/tabs'];
  tab.page.body = [
    { element: 'script', attributes: {}, children: ['top.hit = 1'] },
    {
      element: 'p',
      attributes: { onclick: 'top.hit = 1', style: 'color: red', title: 'kept' },
      children: ['bread'],
    },
    { element: 'a', attributes: { href: 'javascript:top.hit = 1' }, children: [] },
    { element: 'iframe', attributes: { srcdoc: '<script>top.hit = 1</script>' }, children: [] },
    { element: 'div', attributes: { 'data-frame': '3' }, children: [] },
  ];
  tab.page.pictures = {
    a: 'https://real.test/spy.png',
    b: 'data:text/html,x',
    c: 'data:image/png,x',
  };
  const read = readLabText(JSON.stringify(shared));
  if (!read.ok) throw new Error(read.code);
  const lab = testLab();
  expect(openShared(lab, read.snapshot)).toBe(true);
  lab.showBrowser('alice-laptop');
  const page = lab.browser.activeTab?.page;
  expect(page?.body).toEqual([
    { element: 'p', attributes: { title: 'kept' }, children: ['bread'] },
    { element: 'a', attributes: {}, children: [] },
    { element: 'div', attributes: {}, children: [] },
  ]);
  expect(page?.pictures).toEqual({ c: 'data:image/png,x' });
});
