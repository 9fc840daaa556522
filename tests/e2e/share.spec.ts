import { readFile } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test, type Browser, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { allowClipboard } from './support/allow-clipboard.ts';
import { hostileMarkup } from '../hostile-markup.ts';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

/** A lab as JSON, so that a test can break it anywhere. */
type AnyJson = ReturnType<typeof JSON.parse>;

const notice = (page: Page, text: string) => page.locator('main').getByText(text);

async function openSharing(page: Page): Promise<void> {
  await page.getByRole('button', { name: `${m.share_title({}, locale)}: ` }).click();
}

/** Copies the lab's link, as one does who has made something worth showing. */
async function linkOf(page: Page): Promise<string> {
  await allowClipboard(page.context());
  await openSharing(page);
  const dialog = page.getByRole('dialog', { name: m.share_title({}, locale) });
  await dialog.getByRole('button', { name: m.share_copy({}, locale) }).click();
  await expect(dialog.getByRole('button', { name: m.wire_copied({}, locale) })).toBeVisible();
  await page.keyboard.press('Escape');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The lab as the file in which it can be saved. */
async function fileOf(page: Page): Promise<AnyJson> {
  await openSharing(page);
  const dialog = page.getByRole('dialog', { name: m.share_title({}, locale) });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /Save as file/ }).click(),
  ]);
  await page.keyboard.press('Escape');
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

/** Another person's browser: nothing of the first one's storage is there. */
async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return context.newPage();
}

async function shopped(page: Page): Promise<Stage> {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  await stage.visit('shop.example');
  await stage.addBread();
  return stage;
}

const unpacked = (link: string): AnyJson =>
  JSON.parse(inflateRawSync(Buffer.from(link.split('#lab=')[1] ?? '', 'base64url')).toString());

const packed = (link: string, lab: AnyJson): string =>
  `${link.split('#')[0]}#lab=${deflateRawSync(JSON.stringify(lab)).toString('base64url')}`;

test('a link opened in a fresh browser gives the same lab, event for event', async ({
  page,
  browser,
}) => {
  const stage = await shopped(page);
  const id = await stage.sessionId();
  const link = await linkOf(page);
  const there = await fileOf(page);
  const other = await freshPage(browser);
  await other.goto(link);
  await expect(notice(other, m.share_opened({}, locale))).toBeVisible();
  const opened = new Stage(other, 'en');
  expect(await opened.sessionId()).toBe(id);
  await expect(opened.shopHeading(m.shop_cart_title({}, locale))).toBeVisible();
  const here = await fileOf(other);
  // What is younger is the other browser's own: by which way it carries messages.
  expect(here.log.slice(0, there.log.length)).toEqual(there.log);
  expect(here.remembered).toEqual(there.remembered);
  await expect(other).toHaveURL(/\/en\/lab\/$/);
  await opened.visit('shop.example/account');
  await expect(opened.shopHeading(m.shop_account_title({}, locale))).toBeVisible();
  await other.reload();
  expect(await opened.sessionId()).toBe(id);
  await other.context().close();
});

test('whoever has a lab is asked, and undo brings it back', async ({ page, browser }) => {
  await shopped(page);
  const link = await linkOf(page);
  const other = await freshPage(browser);
  const mine = new Stage(other, 'en');
  await other.goto(new URL('.', link).href);
  await mine.visit('shop.example/products/baguette');
  await other.goto(link);
  await expect(other.getByRole('button', { name: m.share_open_it({}, locale) })).toBeVisible();
  await expect(mine.shopHeading(m.shop_product_baguette({}, locale))).toBeVisible();
  await other.getByRole('button', { name: m.share_open_it({}, locale) }).click();
  await expect(mine.shopHeading(m.shop_cart_title({}, locale))).toBeVisible();
  await mine.undo();
  await expect(mine.shopHeading(m.shop_product_baguette({}, locale))).toBeVisible();
  await expect(mine.cookie('sid')).toBeHidden();
  await other.context().close();
});

test('a link that is broken says so, and the lab is as it was', async ({ page }) => {
  await shopped(page);
  const link = await linkOf(page);
  for (const [broken, text] of [
    [link.slice(0, -40), m.share_refused_not_a_lab({}, locale)],
    [packed(link, { ...unpacked(link), version: 9 }), m.share_refused_other_version({}, locale)],
    [packed(link, { ...unpacked(link), time: 'now' }), m.share_refused_damaged({}, locale)],
  ] as const) {
    await page.evaluate((href) => {
      location.href = href;
    }, broken);
    await expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();
    await expect(new Stage(page, 'en').cookie('sid')).toBeVisible();
    await expect(page).toHaveURL(/\/en\/lab\/$/);
  }
});

/** Writes the markup into whatever a link could hold of it. */
function poison(lab: AnyJson, markup: string): AnyJson {
  const [[, tab]] = lab.remembered['browser/alice-laptop/tabs'];
  tab.history[tab.historyIndex].title = markup;
  tab.page.title = markup;
  tab.page.body = [
    { element: 'script', attributes: {}, children: ['top.hit = 1'] },
    { element: 'img', attributes: { src: 'x', onerror: 'top.hit = 1' }, children: [] },
    { element: 'h1', attributes: { onmouseover: 'top.hit = 1' }, children: [markup] },
    {
      element: 'a',
      attributes: { href: 'javascript:top.hit = 1', target: '_top' },
      children: ['bread'],
    },
  ];
  for (const { event } of lab.log) {
    if (event.type === 'response-received') event.response.content = markup;
    if (event.type === 'trace')
      for (const name of Object.keys(event.step.values)) event.step.values[name] = markup;
    if (event.type === 'request-sent') event.request.fields.push(['X-Hostile', markup]);
  }
  for (const [, row] of lab.remembered['shop/sessions']) row.userId = markup;
  return lab;
}

test('hostile HTML in a link stays text, and its pages are rebuilt', async ({ page, browser }) => {
  test.slow();
  await shopped(page);
  const link = await linkOf(page);
  for (const markup of hostileMarkup) {
    const other = await freshPage(browser);
    await other.goto(packed(link, poison(unpacked(link), markup)));
    await expect(notice(other, m.share_opened({}, locale))).toBeVisible();
    const opened = new Stage(other, 'en');
    await opened.shop.getByRole('heading', { level: 1 }).hover();
    await expect(opened.shop.getByRole('heading', { level: 1 })).toHaveText(markup);
    await opened.shop.getByText('bread', { exact: true }).click();
    await opened.settled();
    expect(
      await other.evaluate(() => (top as unknown as { hit?: unknown }).hit),
      markup,
    ).toBeUndefined();
    await expect(opened.shop.locator('script, img[onerror], [onmouseover]')).toHaveCount(0);
    for (const part of [other, opened.shop])
      await expect(part.locator('[data-hostile]'), markup).toHaveCount(0);
    await other.context().close();
  }
});
