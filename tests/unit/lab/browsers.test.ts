import { describe, expect, it } from 'vitest';
import type { ThirdPartyCookies } from '../../../src/cookies/partitioned.ts';
import type { PageNode } from '../../../src/browser/tab.ts';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import { brokenInvariants } from '../../../src/lab/invariants.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from './test-lab.ts';

const textOf = (node: PageNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** What the ad on the page says of the one who looks at it. */
function adSays(lab: Lab): string {
  const body = lab.browser.activeTab?.page?.frames[0]?.page?.body ?? [];
  return body.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** The lab as it comes back from the journal. */
function kept(lab: Lab): Lab {
  const checked = checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())));
  expect(checked).toMatchObject({ ok: true });
  const other = testLab();
  if (checked.ok) other.restore(checked.snapshot);
  return other;
}

const jarNames = (lab: Lab) => lab.browser.jar.all().map(({ name }) => name);

describe('third-party cookies', () => {
  it.each<[ThirdPartyCookies, RegExp, readonly (string | null)[]]>([
    ['allowed', /You again! Ad number 3 for you\. Seen on: ads\.example, news\.example/, [null]],
    ['blocked', /We have not met/, [null]],
    [
      'partitioned',
      /You again! Ad number 2 for you\. Seen on: news\.example$/,
      [null, 'https://news.example'],
    ],
  ])('%s: what the ad knows on its third showing', async (policy, says, partitions) => {
    const lab = testLab();
    lab.changeThirdPartyCookies(policy);
    await lab.visit('https://ads.example/');
    await lab.visit('https://news.example/');
    await lab.reload();
    expect(adSays(lab)).toMatch(says);
    expect(lab.browser.jar.all().map(({ partitionKey }) => partitionKey)).toEqual(partitions);
  });

  it('blocked: what was refused names the rule, on the way there and on the way back', async () => {
    const lab = testLab();
    await lab.visit('https://ads.example/');
    lab.changeThirdPartyCookies('blocked');
    await lab.visit('https://news.example/');
    const ad = lab.exchanges.findLast(({ kind }) => kind === 'frame')!;
    expect(ad.cookies.withheld).toMatchObject([{ code: 'third-party-blocked' }]);
    expect(ad.setCookies).toMatchObject([{ ok: false, code: 'third-party-blocked' }]);
  });

  it('is of one browser, in the log, kept, and taken back', async () => {
    const lab = testLab();
    lab.changeThirdPartyCookies('partitioned');
    const settings = { thirdPartyCookies: 'partitioned', onStartup: 'home-page' };
    expect(lab.log.at(-1)?.event).toEqual({
      type: 'browser-settings-changed',
      browserId: 'alice-laptop',
      settings,
    });
    expect(kept(lab).browserSettings).toEqual(settings);
    lab.showBrowser('mallory-laptop');
    expect(lab.browserSettings.thirdPartyCookies).toBe('allowed');
    lab.undo();
    lab.undo();
    expect(lab.browserSettings.thirdPartyCookies).toBe('allowed');
    expect(lab.log).toEqual([]);
  });
});

describe('a private window', () => {
  it('has a jar of its own, and the address of its computer', async () => {
    const lab = testLab();
    await signIn(lab);
    await lab.openPrivateWindow();
    expect(lab.browserId).toBe('alice-laptop-private');
    expect(jarNames(lab)).toEqual([]);
    expect(lab.browserSettings.thirdPartyCookies).toBe('blocked');
    lab.changeSettings({ remember: 'by-address' });
    const add = { action: '/cart', method: 'post', entries: [['product', 'baguette']] } as const;
    await lab.submitForm(add);
    lab.showBrowser('alice-laptop');
    await lab.visit('https://shop.example/cart');
    expect(lab.browser.activeTab?.page?.body.map(textOf).join()).toMatch(/Baguette/);
  });

  it('is among the browsers while it is open, and leaves nothing behind', async () => {
    const lab = testLab();
    const present = () => lab.presentBrowsers.map(({ id }) => id);
    const computers = ['alice-laptop', 'mallory-laptop', 'alice-phone'];
    expect(present()).toEqual(computers);
    await lab.openPrivateWindow();
    expect(present()).toEqual(['alice-laptop', 'alice-laptop-private', ...computers.slice(1)]);
    lab.changeSettings({ cookie: { ...lab.settings.cookie, maxAgeSeconds: 3600 } });
    await signIn(lab);
    const opened = lab.browser;
    const script = opened.scriptAccess(opened.activeTab?.page?.id ?? '');
    const storage = script?.storage('local');
    if (storage?.ok) storage.value.setItem('seen', 'yes');
    expect(opened.jar.all()).toHaveLength(1);
    expect(opened.storage.all()).toHaveLength(1);

    lab.closeBrowser();
    expect(present()).toEqual(computers);
    expect(lab.browserId).toBe('alice-laptop');
    expect([opened.jar.all(), opened.storage.all(), opened.tabs]).toEqual([[], [], []]);
    await lab.openPrivateWindow();
    expect(jarNames(lab)).toEqual([]);
  });

  it('is kept while it is open, and undo opens and closes it', async () => {
    const lab = testLab();
    await lab.openPrivateWindow();
    expect(kept(lab).browserId).toBe('alice-laptop-private');
    lab.closeBrowser();
    lab.undo();
    expect([lab.browserId, lab.browser.open]).toEqual(['alice-laptop-private', true]);
    lab.undo();
    expect(lab.browserId).toBe('alice-laptop');
    expect(lab.presentBrowsers).toHaveLength(3);
  });

  it('opens beside whichever computer is on the stage, once', async () => {
    const lab = testLab();
    lab.showBrowser('alice-phone');
    await lab.openPrivateWindow();
    expect(lab.browserId).toBe('alice-phone-private');
    await lab.openPrivateWindow();
    expect(lab.browserId).toBe('alice-phone-private');
    expect(lab.browser.tabs).toHaveLength(1);
  });

  it('goes with its last tab', async () => {
    const lab = testLab();
    await lab.openPrivateWindow();
    lab.closeTab(lab.browser.activeTabId ?? '');
    expect(lab.browserId).toBe('alice-laptop');
  });
});

describe('closing and opening a browser', () => {
  async function withTwoTabs(): Promise<Lab> {
    const lab = testLab();
    await signIn(lab);
    await lab.openTab('https://news.example/');
    const { browser } = lab;
    const script = browser.scriptAccess(browser.activeTab?.page?.id ?? '')?.storage('session');
    if (script?.ok) script.value.setItem('draft', 'half');
    return lab;
  }

  it('with its home page: tabs, session cookies and session storage are gone', async () => {
    const lab = await withTwoTabs();
    lab.closeBrowser();
    expect(jarNames(lab)).toEqual(['ad_id']);
    expect(lab.browser.storage.all()).toEqual([]);
    await lab.openBrowser();
    expect(lab.browser.tabs.map(({ page }) => page?.url)).toEqual(['https://shop.example/']);
  });

  it('with its last session: all of them are there again, and the pages are asked for anew', async () => {
    const lab = await withTwoTabs();
    lab.changeStartup('last-session');
    const active = lab.browser.activeTabId;
    lab.closeBrowser();
    expect(lab.browser.open).toBe(false);
    expect(jarNames(lab).toSorted()).toEqual(['ad_id', 'sid']);
    expect(lab.browser.storage.all()).toMatchObject([{ kind: 'session', tabId: active }]);

    const again = kept(lab);
    const before = again.exchanges.length;
    await again.openBrowser();
    expect(again.browser.activeTabId).toBe(active);
    expect(again.browser.tabs.map(({ page }) => page?.url)).toEqual([
      'https://shop.example/cart',
      'https://news.example/',
    ]);
    const restored = again.exchanges.slice(before).filter(({ kind }) => kind === 'navigation');
    expect(restored.map(({ cause }) => cause)).toEqual(['restore', 'restore']);
    expect(restored[0]?.cookies.fieldValue).toMatch(/^sid=/);
    expect(again.browser.storage.all()).toMatchObject([{ tabId: active }]);
    expect(brokenInvariants(again)).toEqual([]);
  });

  it('a link from outside opens beside the last session', async () => {
    const lab = await withTwoTabs();
    lab.changeStartup('last-session');
    lab.closeBrowser();
    await lab.visit('https://ads.example/');
    expect(lab.browser.tabs.map(({ page }) => page?.url)).toEqual([
      'https://shop.example/cart',
      'https://news.example/',
      'https://ads.example/',
    ]);
  });
});

it('a link and a form in a frame act in the frame', async () => {
  const lab = testLab();
  await lab.visit('https://news.example/');
  const documentId = lab.browser.activeTab?.page?.frames[0]?.page?.id ?? '';
  await lab.followLink('https://shop.example/', { documentId });
  const page = lab.browser.activeTab?.page;
  expect([page?.url, page?.frames[0]?.page?.url]).toEqual([
    'https://news.example/',
    'https://shop.example/',
  ]);
  const inner = page?.frames[0]?.page?.id ?? '';
  await lab.submitForm(
    { action: '/cart', method: 'post', entries: [['product', 'baguette']] },
    { documentId: inner },
  );
  expect(lab.browser.activeTab?.page?.frames[0]?.page?.url).toBe('https://shop.example/cart');
});

it('the phone comes by its own line', async () => {
  const lab = testLab();
  expect(lab.network).toBe('home');
  lab.showBrowser('alice-phone');
  expect(lab.network).toBe('mobile');
});
