import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import { brokenInvariants } from '../../../src/lab/invariants.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import type { LabSnapshot } from '../../../src/lab/snapshot.ts';
import { defaultShopSettings } from '../../../src/server/shop/settings.ts';
import { signIn, testLab } from './test-lab.ts';

/** So that a test can break it anywhere. */
type AnyJson = ReturnType<typeof JSON.parse>;

const throughJson = (snapshot: LabSnapshot): unknown => JSON.parse(JSON.stringify(snapshot));

async function livedIn(): Promise<Lab> {
  const lab = testLab();
  await signIn(lab);
  await lab.submitForm({
    action: '/cart',
    method: 'post',
    entries: [
      ['product', 'salt-bread'],
      ['quantity', '1'],
    ],
  });
  await lab.visit('nowhere at all:');
  await lab.visit('https://news.example/');
  lab.changeCookieAttributes({ maxAgeSeconds: 600 });
  lab.advance(60_000);
  return lab;
}

/** What a learner may do, in any order. */
const action = fc.constantFrom<(lab: Lab) => unknown>(
  (lab) => signIn(lab),
  (lab) => signIn(lab, 'bob', 'wrong'),
  (lab) => lab.visit('https://shop.example/cart'),
  (lab) => lab.visit('http://shop.example/'),
  (lab) => lab.visit('https://nobody.example/'),
  (lab) =>
    lab.submitForm({
      action: '/cart',
      method: 'post',
      entries: [
        ['product', 'baguette'],
        ['quantity', '2'],
      ],
    }),
  (lab) => lab.back(),
  (lab) => lab.openTab('https://news.example/'),
  (lab) => {
    lab.closeBrowser();
  },
  (lab) => lab.openBrowser(),
  (lab) => {
    lab.addCookie('sid', 'made-up');
  },
  (lab) => {
    lab.changeSettings({ remember: 'jwt-cookie' });
  },
  (lab) => {
    lab.changeSettings({ remember: 'plain-cookie' });
  },
  (lab) => {
    lab.changeSettings({ remember: 'by-address' });
  },
  (lab) => {
    lab.changeSettings({ remember: 'url-ticket', sessionIdBits: 64 });
  },
  (lab) => {
    for (const { id } of lab.sessions) lab.editSession(id, { userId: 'bob' });
  },
  (lab) => {
    lab.changeCookieAttributes({ maxAgeSeconds: 120 });
  },
  (lab) => {
    lab.advance(31 * 60_000);
  },
  (lab) => {
    lab.restartServer();
  },
  (lab) => {
    lab.showBrowser('mallory-laptop');
  },
  (lab) => {
    lab.undo();
  },
);

describe('a snapshot', () => {
  it('survives JSON, and makes an equal lab of another', async () => {
    const lab = await livedIn();
    const checked = checkSnapshot(throughJson(lab.snapshot()));
    expect(checked).toMatchObject({ ok: true });
    const other = testLab();
    if (checked.ok) other.restore(checked.snapshot);
    expect(other.snapshot()).toEqual(lab.snapshot());
    expect(other.exchanges).toEqual(lab.exchanges);
    expect(other.knownSecrets).toEqual(lab.knownSecrets);
    expect(other.canUndo).toBe(false);
    await other.visit('https://shop.example/account');
    expect(other.browser.activeTab?.page?.status).toBe(200);
    expect(brokenInvariants(other)).toEqual([]);
  });

  it(
    'does so after anything that a learner can do, and no invariant breaks',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
          const lab = testLab();
          for (const act of actions) await act(lab);
          expect(brokenInvariants(lab)).toEqual([]);
          const checked = checkSnapshot(throughJson(lab.snapshot()));
          expect(checked).toMatchObject({ ok: true });
          const other = testLab();
          if (checked.ok) other.restore(checked.snapshot);
          expect(other.snapshot()).toEqual(lab.snapshot());
        }),
        { numRuns: 25 },
      );
    },
  );
});

describe('an older snapshot', () => {
  it('knows nothing of younger settings, and gets their defaults', async () => {
    const lab = testLab();
    lab.changeSettings({ idleTimeoutSeconds: 300 });
    const read = throughJson(lab.snapshot()) as Record<string, AnyJson>;
    const row = read['remembered']['shop/settings'][0];
    const { remember, cookie, signPlainCookie, idleTimeoutSeconds } = row[1];
    const { absoluteTimeoutSeconds, tokenLifetimeSeconds, regenerateAtSignIn } = row[1];
    const times = { idleTimeoutSeconds, absoluteTimeoutSeconds, tokenLifetimeSeconds };
    row[1] = { remember, cookie, signPlainCookie, ...times, regenerateAtSignIn };
    delete read['remembered']['shop/guests'];

    const checked = checkSnapshot(read);
    expect(checked).toMatchObject({ ok: true });
    const other = testLab();
    if (checked.ok) other.restore(checked.snapshot);
    expect(other.settings).toEqual({ ...defaultShopSettings, idleTimeoutSeconds: 300 });
    await signIn(other);
    expect(other.sessions[0]?.id).toHaveLength(32);
  });

  it('knows nothing of documents and frames, and its page is one all the same', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/');
    const read = throughJson(lab.snapshot()) as Record<string, AnyJson>;
    const [, kept] = read['remembered']['browser/alice-laptop/tabs'][0];
    const { id, origin, sandbox, scripts, frames, ...older } = kept.page;
    expect({ id, origin, sandbox, scripts, frames }).toMatchObject({ sandbox: null, frames: [] });
    kept.page = older;
    delete read['remembered']['browser/alice-laptop/storage'];

    const checked = checkSnapshot(read);
    expect(checked).toMatchObject({ ok: true });
    const other = testLab();
    if (checked.ok) other.restore(checked.snapshot);
    const page = other.browser.activeTab?.page;
    expect(page).toMatchObject({ origin: 'https://shop.example', sandbox: null, frames: [] });
    expect(other.browser.scriptAccess(page?.id ?? '')?.readCookie()).toMatchObject({ ok: true });
  });

  it.each([
    ['sessionIdBits', 0],
    ['sessionIdBits', 'many'],
    ['accessTokenAlgorithm', 'none'],
    ['refreshTokenIn', 'a-drawer'],
    ['remember', 'everything'],
  ])('is refused with %s of %j', (name, value) => {
    const lab = testLab();
    lab.changeSettings({ idleTimeoutSeconds: 300 });
    const read = throughJson(lab.snapshot()) as Record<string, AnyJson>;
    read['remembered']['shop/settings'][0][1][name] = value;
    expect(checkSnapshot(read)).toEqual({
      ok: false,
      code: 'damaged',
      path: `remembered.shop/settings.0.1.${name}`,
    });
  });
});

describe('checking a snapshot', () => {
  it.each([undefined, null, 'text', 7, [], {}, { schema: 'something-else', version: 1 }])(
    'refuses %j as something else',
    (read) => {
      expect(checkSnapshot(read)).toEqual({ ok: false, code: 'not-a-snapshot' });
    },
  );

  it('names a version that it does not know', () => {
    expect(checkSnapshot({ ...testLab().snapshot(), version: 2 })).toEqual({
      ok: false,
      code: 'other-version',
      version: 2,
    });
  });

  it.each<readonly [path: string, damage: (snapshot: Record<string, AnyJson>) => void]>([
    ['time', (it) => (it['time'] = 'noon')],
    ['browserId', (it) => (it['browserId'] = 'somebody-else')],
    ['log.0.room', (it) => (it['log'][0].room = 'kitchen')],
    ['log.1.event.type', (it) => (it['log'][1].event.type = 'miracle')],
    ['log', (it) => it['log'].reverse()],
    [
      'remembered.shop/sessions.0.1.idleExpiresAt',
      (it) => delete it['remembered']['shop/sessions'][0][1].idleExpiresAt,
    ],
    [
      'remembered.shop/orders',
      (it) => it['remembered']['shop/orders'].push(it['remembered']['shop/orders'][0]),
    ],
    ['remembered.shop/safe', (it) => (it['remembered']['shop/safe'] = [])],
    [
      'remembered.browser/alice-laptop/cookies.0.1.sameSite',
      (it) => (it['remembered']['browser/alice-laptop/cookies'][0][1].sameSite = 'Lax'),
    ],
  ])('finds damage at %s', async (path, damage) => {
    const lab = testLab();
    await signIn(lab);
    const read = throughJson(lab.snapshot()) as Record<string, unknown>;
    damage(read);
    expect(checkSnapshot(read)).toEqual({ ok: false, code: 'damaged', path });
  });
});
