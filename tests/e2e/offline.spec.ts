import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { ofFault } from './support/of-fault.ts';
import { OwnSite } from './support/own-site.ts';
import { languages, Stage } from './support/stage.ts';

let site: OwnSite;

test.beforeEach(async () => {
  site = await OwnSite.open();
});

test.afterEach(() => site.close());

/** The worker has all files of the site: what a visit of some seconds brings about. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const names = await caches.keys();
          const marks = await Promise.all(
            names.map(async (name) => {
              const cache = await caches.open(name);
              return (await cache.keys()).some(({ url }) => url.endsWith('kept-files.js'));
            }),
          );
          return marks.at(-1) ?? false;
        }),
      { timeout: 90_000 },
    )
    .toBe(true);
}

for (const language of languages) {
  const locale = { locale: language } as const;

  test(
    `after one visit all of it opens without a network, in ${language}`,
    ofFault('no-network'),
    async ({ page }) => {
      await page.goto(`${site.url}${language}/`);
      await page.getByRole('link', { name: m.documents_about_title({}, locale) }).click();
      const keptAll = page.getByText(m.app_offline_kept({}, locale));
      await expect(keptAll).toBeVisible({ timeout: 90_000 });
      await site.switchOff();

      await page.goto(`${site.url}${language}/lab/`);
      const stage = new Stage(page, language);
      await stage.settled();
      await stage.signIn();
      await page.goto(`${site.url}${language}/jwt/`);
      await expect(stage.lesson.getByRole('heading').first()).toBeVisible();
      await page.goto(`${site.url}${language}/tools/jwt`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(page.url()).toBe(`${site.url}${language}/tools/jwt/`);
      await page.goto(`${site.url}${language}/glossary/index.html`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goto(`${site.url}${language}/interview/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  );

  test(
    `a new version waits for the reader's word, tab by tab, in ${language}`,
    ofFault('new-version'),
    async ({ page, context }) => {
      const version = (tab: Page) => tab.locator('html[data-version="v2"]');
      const account = (stage: Stage) => stage.shopHeading(m.shop_account_title({}, locale));
      const lab = `${site.url}${language}/lab/`;
      await page.goto(lab);
      const stage = new Stage(page, language);
      await stage.settled();
      await stage.signIn();
      await kept(page);

      site.deploy('v2', /^GlossaryScreen-.*\.js$/);
      const other = await context.newPage();
      await other.goto(lab);
      const ready = m.app_version_ready({}, locale);
      await expect(other.getByText(ready)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(ready)).toBeVisible();
      await expect(version(page)).not.toBeAttached();
      await expect(version(other)).not.toBeAttached();

      await other.getByRole('button', { name: m.app_version_take({}, locale) }).click();
      await expect(version(other)).toBeAttached({ timeout: 30_000 });
      const replaced = page.getByText(m.app_version_replaced({}, locale));
      await expect(replaced).toBeVisible();

      // The tab of the version before goes on: with the lab, and with what it had not loaded yet.
      await stage.visit('shop.example/account');
      await expect(account(stage)).toBeVisible();
      const back = page.url();
      await page.getByRole('link', { name: m.app_learn({}, locale), exact: true }).click();
      await page
        .getByRole('link', { name: m.glossary_title({}, locale) })
        .first()
        .click();
      await expect(
        page.getByRole('heading', { level: 1, name: m.glossary_title({}, locale) }),
      ).toBeVisible();
      await page.goBack();
      await page.goBack();
      await expect(page).toHaveURL(back);

      await page.getByRole('button', { name: m.app_version_reload({}, locale) }).click();
      await expect(version(page)).toBeAttached({ timeout: 30_000 });
      await stage.settled();
      await expect(account(stage)).toBeVisible();
      await expect(replaced).toBeHidden();
    },
  );
}

test('the first visit knows of no new version', async ({ page }) => {
  await page.goto(`${site.url}en/lab/`);
  await kept(page);
  await expect(page.getByText(m.app_version_ready({}, { locale: 'en' }))).toBeHidden();
});

test('can be installed', async ({ page, context }) => {
  await page.goto(`${site.url}en/`);
  const devtools = await context.newCDPSession(page);
  const { errors, url } = await devtools.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${site.url}manifest.webmanifest`, []]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Tests run in a private window, where nothing is ever installed.
  const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(others).toEqual([]);
});
