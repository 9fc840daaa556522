import { expect, test } from '@playwright/test';
import { networkInterfaces } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as m from '../../src/messages/compiled/messages.js';
import { ofFault } from './support/of-fault.ts';
import { carrier, devtools, opened, signedIn, stillKnown } from './support/shopper.ts';
import { languages } from './support/stage.ts';

const locale = { locale: 'en' } as const;

test(
  'the worker is stopped while idle: the next message wakes it',
  ofFault('worker-stopped'),
  async ({ page }) => {
    const stage = await signedIn(page);
    await carrier(page, m.stage_carrier_service_worker({}, locale));
    const session = await devtools(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stillKnown(stage);
    await carrier(page, m.stage_carrier_service_worker({}, locale));
  },
);

test(
  'a forced reload: the worker takes the page back',
  ofFault('hard-reload'),
  async ({ page }) => {
    const stage = await signedIn(page);
    const session = await devtools(page);
    await Promise.all([
      page.waitForEvent('load'),
      session.send('Page.reload', { ignoreCache: true }),
    ]);
    await stage.settled();
    await stillKnown(stage);
    await carrier(page, m.stage_carrier_service_worker({}, locale));
  },
);

test(
  'bypassed in DevTools: the page carries the messages itself, and says so',
  ofFault('worker-bypassed'),
  async ({ page }) => {
    const session = await devtools(page);
    await session.send('Network.enable');
    await session.send('Network.setBypassServiceWorker', { bypass: true });
    await signedIn(page);
    await carrier(page, m.stage_carrier_not_intercepting({}, locale));
  },
);

test(
  'its storage is cleared while it is open: it goes on',
  ofFault('storage-cleared'),
  async ({ page, baseURL }) => {
    const stage = await signedIn(page);
    const session = await devtools(page);
    const { origin } = new URL(baseURL ?? '');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await stillKnown(stage);
    await stage.undo();
    await stillKnown(stage);
  },
);

test(
  'its storage is full: it goes on, and says that nothing is kept',
  ofFault('storage-full'),
  async ({ page, baseURL }) => {
    const session = await devtools(page);
    const { origin } = new URL(baseURL ?? '');
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const stage = await signedIn(page);
    await expect(page.getByText(m.stage_journal_not_kept({}, locale))).toBeVisible();
    await stillKnown(stage);
  },
);

test(
  'its storage holds nonsense: it opens all the same',
  ofFault('storage-nonsense'),
  async ({ page }) => {
    await page.goto('en/learn/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => {
      for (const name of ['progress', 'interview', 'tickets']) {
        for (const root of ['/remember-me/', 'remember-me:', ''])
          localStorage.setItem(`${root}${name}`, '{"version":1e999,"steps":[[');
      }
      localStorage.setItem('remember-me:theme', 'plaid');
      localStorage.setItem('remember-me:language', 'tlh');
      sessionStorage.setItem('/remember-me/lab', 'nonsense');
    });
    for (const place of ['learn/', 'interview/', 'cookies/', 'lab/', '']) {
      await page.goto(`en/${place}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    }
    await signedIn(page);
  },
);

test(
  'the computer’s clock is turned: the lab’s is not',
  ofFault('clock-changed'),
  async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-30T12:00:00Z') });
    await page.clock.resume();
    const stage = await signedIn(page);
    const lifetime = stage.cookie('sid');
    await page.clock.setSystemTime(new Date('2031-01-01T00:00:00Z'));
    await stillKnown(stage);
    await page.clock.setSystemTime(new Date('2019-01-01T00:00:00Z'));
    await stillKnown(stage);
    await expect(lifetime).toBeVisible();
  },
);

test('ten tabs: each has a lab of its own', ofFault('ten-tabs'), async ({ page, context }) => {
  const stages = [await opened(page)];
  for (let count = 1; count < 10; count += 1) stages.push(await opened(await context.newPage()));
  const [first, , , , , , , , , last] = stages;
  if (first === undefined || last === undefined) throw new Error('there are ten');
  await last.page.bringToFront();
  await last.signIn();
  await stillKnown(last);
  await expect(first.cookie('sid')).toBeHidden();
  await first.page.bringToFront();
  await first.signIn();
  await stillKnown(first);
});

test(
  'gone back to from another site: as it was left',
  ofFault('left-and-back'),
  async ({ page }) => {
    const stage = await signedIn(page);
    await page.goto('about:blank');
    await page.goBack();
    await stage.settled();
    await stillKnown(stage);
  },
);

test(
  'asleep for a day with the lab open: the shop knows her still',
  ofFault('asleep'),
  async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-30T12:00:00Z') });
    await page.clock.resume();
    const stage = await signedIn(page);
    const session = await devtools(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.clock.fastForward('24:00:00');
    await expect(stage.cookie('sid')).toBeVisible();
    await stillKnown(stage);
    await carrier(page, m.stage_carrier_service_worker({}, locale));
    await page.reload();
    await stage.settled();
    await stillKnown(stage);
  },
);

for (const language of languages) {
  test(
    `opened as a file it says in a sentence how to serve it, in ${language}`,
    ofFault('from-file'),
    async ({ page }) => {
      const file = new URL(`../../dist/${language}/index.html`, import.meta.url);
      await page.goto(pathToFileURL(fileURLToPath(file)).href);
      await expect(page.getByText(m.documents_from_file({}, { locale: language }))).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  );
}

test(
  'an insecure origin: what needs cryptography says so, the rest works',
  ofFault('insecure-origin'),
  async ({ browser, baseURL }) => {
    const { port, pathname } = new URL(baseURL ?? '');
    const address = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    test.skip(address === undefined, 'this machine has no address but its own');
    const page = await browser.newPage({ baseURL: `http://${address ?? ''}:${port}${pathname}` });
    const stage = await signedIn(page);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await carrier(page, m.stage_carrier_insecure_origin({}, locale));
    await stillKnown(stage);
    await page.close();
  },
);
