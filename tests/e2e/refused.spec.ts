import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from '../../build/find-chromium.js';
import * as m from '../../src/messages/compiled/messages.js';
import { ofFault } from './support/of-fault.ts';
import { OwnSite } from './support/own-site.ts';
import { carrier, devtools, opened, signedIn, stillKnown } from './support/shopper.ts';

const locale = { locale: 'en' } as const;

test.describe('a host without a worker that runs', () => {
  let site: OwnSite;

  test.beforeEach(async () => {
    site = await OwnSite.open();
  });

  test.afterEach(() => site.close());

  for (const [title, name, change] of [
    [
      'its worker is refused',
      'worker-refused',
      () => {
        site.write('sw.js', "throw new Error('not on this host')");
      },
    ],
    [
      'its worker is missing',
      'worker-missing',
      () => {
        site.remove('sw.js');
      },
    ],
    [
      'a part of its worker is missing',
      'worker-part-missing',
      () => {
        site.remove('mockServiceWorker.js');
      },
    ],
  ] as const) {
    test(
      `${title}: the page carries the messages itself, says so, and keeps the lab`,
      ofFault(name),
      async ({ page }) => {
        change();
        const stage = await signedIn(page, `${site.url}en/lab/`);
        await carrier(page, m.stage_carrier_registration_refused({}, locale));
        await page.reload();
        await stage.settled();
        await stillKnown(stage);
      },
    );
  }
});

test(
  'the browser knows no workers: the page carries the messages itself, says so, and keeps the lab',
  ofFault('worker-unknown'),
  async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    const stage = await signedIn(page);
    await carrier(page, m.stage_carrier_unsupported({}, locale));
    await page.reload();
    await stage.settled();
    await stillKnown(stage);
  },
);

/** A Chromium that lets no site keep anything, as its settings call it. */
async function chromiumWithoutStorage(profile: string): Promise<BrowserContext> {
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
  return chromium.launchPersistentContext(profile, {
    ...chromiumLaunch(),
    viewport: { width: 1366, height: 768 },
  });
}

test(
  'no site may store anything: it goes on, and says that nothing is kept',
  ofFault('storage-blocked'),
  async ({ baseURL }) => {
    const home = `${baseURL ?? ''}en/`;
    const profile = mkdtempSync(join(tmpdir(), 'remember-me-blocked-'));
    const browser = await chromiumWithoutStorage(profile);
    const page = await browser.newPage();
    for (const place of [
      '',
      'learn/',
      'interview/',
      'tickets/',
      'jwt/',
      'tools/jwt/',
      'cookies/',
    ]) {
      await page.goto(`${home}${place}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    }
    const stage = await signedIn(page, `${home}lab/`);
    await carrier(page, m.stage_carrier_storage_blocked({}, locale));
    await expect(page.getByText(m.stage_journal_not_kept({}, locale))).toBeVisible();
    await stillKnown(stage);
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  },
);

test(
  'a private window: kept while it is open, begun anew in the next',
  ofFault('private-window'),
  async ({ page, context, browser }) => {
    const stage = await signedIn(page);
    const session = await devtools(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId)).toContain('in-incognito');
    await page.reload();
    await stage.settled();
    await stillKnown(stage);
    await context.close();
    const next = await browser.newContext();
    const fresh = await opened(await next.newPage(), page.url());
    await expect(fresh.sessionIds).toHaveCount(0);
    await next.close();
  },
);
