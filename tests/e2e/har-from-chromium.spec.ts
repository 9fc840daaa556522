import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../build/find-chromium.js';
import { fieldValues } from '../../src/http/fields.ts';
import { realPublicSuffixes } from '../../src/http/real-public-suffixes.ts';
import { openRecording, type OpenedRecording } from '../../src/lab/har/open-recording.ts';
import { jarAt } from '../../src/lab/har/recorded-exchange.ts';
import * as m from '../../src/messages/compiled/messages.js';
import { DevTools } from './support/devtools.ts';
import { Stage } from './support/stage.ts';
import { KnownServer, type Seen } from './support/known-server.ts';

let server: KnownServer;

test.beforeEach(async () => {
  server = await KnownServer.start();
});
test.afterEach(() => server.stop());

/** A visitor signs in, looks around, leaves, and comes back from another site. */
async function visit(page: Page): Promise<void> {
  await page.goto(`${server.shop}/`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page).toHaveTitle('Ready');
  await page.reload();
  await expect(page).toHaveTitle('Ready');
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveTitle('Sign in');
  await page.goto(`${server.elsewhere}/news`);
  await page.getByRole('link', { name: 'To the shop' }).click();
  await expect(page).toHaveTitle('Shop');
  await page.waitForLoadState('networkidle');
}

function opened(text: string): OpenedRecording {
  const recording = openRecording(text, realPublicSuffixes);
  if (!recording.ok) throw new Error(recording.code);
  return recording;
}

/** The recording, in the words of the server. */
function seenIn({ exchanges }: OpenedRecording): readonly Seen[] {
  return exchanges
    .filter(({ exchange }) => !exchange.request.targetUri.endsWith('/favicon.ico'))
    .map(({ exchange: { request, response } }) => ({
      method: request.method,
      url: request.targetUri,
      cookie: fieldValues(request.fields, 'Cookie').join('; '),
      setCookies: fieldValues(response?.fields ?? [], 'Set-Cookie'),
    }));
}

const sorted = (seen: readonly Seen[]) => seen.map((one) => JSON.stringify(one)).sort();

async function expectExact(recording: OpenedRecording, context: Pick<BrowserContext, 'cookies'>) {
  expect(server.seen.length).toBeGreaterThan(12);
  expect(sorted(seenIn(recording))).toEqual(sorted(server.seen));
  // What the jar would have done differently: this Chromium may be set to block third parties, the jar is not.
  const questions = recording.exchanges.flatMap(({ differences }) =>
    differences.map((one) => `${one.code} ${one.cookie.name}`),
  );
  expect(questions.filter((question) => question !== 'not-sent ad')).toEqual([]);
  const kept = await context.cookies();
  const told = (cookies: readonly { name: string; value: string; path: string }[]) =>
    cookies
      .filter(({ name }) => name !== 'ad')
      .map(({ name, value, path }) => `${name}=${value} ${path}`)
      .sort();
  expect(told(jarAt(recording.exchanges, Infinity).map(({ cookie }) => cookie))).toEqual(
    told(kept),
  );
  expect(recording.summary.story.map(({ code }) => code)).toEqual([
    'form-opened',
    'posted',
    'redirected',
    'cookie-set',
    'protected',
    'cookie-carried',
    'signed-out',
  ]);
}

test('a recording by Playwright of a real visit is read back exactly', async ({
  browser,
}, testInfo) => {
  const path = testInfo.outputPath('visit.har');
  const context = await browser.newContext({ ignoreHTTPSErrors: true, recordHar: { path } });
  await visit(await context.newPage());
  const cookies = await context.cookies();
  await context.close();
  await expectExact(opened(await readFile(path, 'utf8')), {
    cookies: () => Promise.resolve(cookies),
  });
});

test.describe('DevTools of this Chromium', () => {
  async function withDevTools(use: (context: BrowserContext, port: number) => Promise<void>) {
    const port = await freePort();
    const { args = [], ...launch } = chromiumLaunch();
    const browser = await chromium.launch({
      ...launch,
      args: [...args, `--remote-debugging-port=${port}`, '--remote-allow-origins=*'],
    });
    try {
      await use(await browser.newContext({ ignoreHTTPSErrors: true }), port);
    } finally {
      await browser.close();
    }
  }

  test('open what the lab exports', async ({ page: stage }, testInfo) => {
    await stage.goto('en/lab/');
    await new Stage(stage, 'en').settled();
    const saving = stage.waitForEvent('download');
    await stage.getByRole('button', { name: m.wire_save_har({}, { locale: 'en' }) }).click();
    const path = testInfo.outputPath('lab.har');
    await (await saving).saveAs(path);
    const text = await readFile(path, 'utf8');
    const { exchanges } = opened(text);
    const told = exchanges.map(({ exchange: { request, response, setCookies } }) => ({
      method: request.method,
      url: request.targetUri,
      status: response?.status ?? 0,
      set: setCookies.map(({ fieldValue }) => fieldValue.split(';')[0]),
    }));
    expect(told.length).toBeGreaterThan(2);
    await withDevTools(async (context, port) => {
      // Playwright reads it too, and answers from it as the lab did.
      await context.routeFromHAR(path, { notFound: 'abort' });
      const page = await context.newPage();
      await page.goto('https://shop.example/');
      await expect(page).toHaveTitle(/Crumb/);
      const devTools = new DevTools(await (await context.browser()!.newContext()).newPage(), port);
      test.skip(!(await devTools.open()), 'this Chromium has no DevTools');
      expect(await devTools.import(text)).toEqual(told);
    });
  });

  test('export a recording that is read back exactly; without what is sensitive, it says so', async () => {
    await withDevTools(async (context, port) => {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      const devTools = new DevTools(await context.newPage(), port);
      test.skip(!(await devTools.open(targetInfo.targetId)), 'this Chromium has no DevTools');
      await devTools.record();
      await page.bringToFront();
      await visit(page);
      await expectExact(opened(await devTools.export(false)), context);
      const sanitised = opened(await devTools.export(true));
      expect(sanitised.summary.showsKeys).toBe(false);
      expect(sanitised.exchanges.flatMap(({ differences }) => differences)).toEqual([]);
    });
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((closed) => probe.close(() => closed()));
  return port;
}
