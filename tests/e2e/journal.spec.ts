import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { ofFault } from './support/of-fault.ts';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

async function signedIn(page: Page): Promise<Stage> {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  await expect(stage.cookie('sid')).toBeVisible();
  return stage;
}

/** What the journal holds now. */
function records(page: Page, storeName: 'pieces' | 'unreadable'): Promise<unknown[]> {
  return page.evaluate(async (wanted) => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const opening = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction(wanted).objectStore(wanted).getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    database.close();
    return reading.result;
  }, storeName);
}

/** The journal writes soon after a change, not at once. */
async function kept(page: Page, text: string): Promise<void> {
  await expect.poll(async () => (await records(page, 'pieces')).join('')).toContain(text);
}

test('a reload brings back jar, table and page', async ({ page }) => {
  const stage = await signedIn(page);
  const id = await stage.sessionId();
  await page.reload();
  await expect(stage.cookie('sid')).toBeVisible();
  expect(await stage.sessionId()).toBe(id);
  await expect(stage.shopHeading(m.shop_cart_title({}, locale))).toBeVisible();
  await stage.visit('shop.example/account');
  await expect(stage.shopHeading(m.shop_account_title({}, locale))).toBeVisible();
});

test('a duplicated tab is a lab of its own', ofFault('two-tabs'), async ({ page, context }) => {
  const stage = await signedIn(page);
  await kept(page, await stage.sessionId());
  // `window.open` gives the new page a copy of the session storage, as duplicating a tab does.
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(location.href)),
  ]);
  const copied = new Stage(copy, 'en');
  await expect(copied.cookie('sid')).toBeVisible();
  await copied.deleteCookie('sid');
  await expect(stage.cookie('sid')).toBeVisible();
  await page.reload();
  await expect(stage.cookie('sid')).toBeVisible();
});

test(
  'a record that cannot be read is put aside, and said so',
  ofFault('record-unreadable'),
  async ({ page }) => {
    const stage = await signedIn(page);
    await kept(page, await stage.sessionId());
    await page.evaluate(async () => {
      const [{ name = '' } = {}] = await indexedDB.databases();
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const transaction = database.transaction('labs', 'readwrite');
      const store = transaction.objectStore('labs');
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const id of keys.result) store.put({ id, savedAt: 1, snapshot: { nonsense: true } });
      };
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
      // The page that goes away must not write over it.
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await page.reload();
    await expect(page.getByText(m.stage_journal_unreadable({}, locale))).toBeVisible();
    await expect(stage.sessionIds).toHaveCount(0);
    const unreadable = expect.objectContaining({ snapshot: { nonsense: true } });
    expect(await records(page, 'unreadable')).toEqual([unreadable]);
  },
);
