import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Request } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { harmless, hostile } from './support/hostile-scripts.ts';

const locale = { locale: 'en' } as const;

/** Ended by the browser rather than refused by the language. */
const endless = [
  ['a loop', 'for (;;);'],
  ['microtasks without end', 'const again = () => Promise.resolve().then(again); again()'],
] as const;

test('hostile script typed into the console reaches nobody, and the page goes on', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  const canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((listening) => canary.listen(0, '127.0.0.1', listening));
  const { port } = canary.address() as AddressInfo;

  await page.goto('en/lab/');
  const site = new URL(page.url());
  const foreign: string[] = [];
  const note = (request: Request): void => {
    const { origin, hostname, protocol } = new URL(request.url());
    // The lab's own names are asked by real requests, which its service worker answers.
    const isOwn = origin === site.origin || hostname.endsWith('.example');
    // What a policy blocks has been tried, and went nowhere.
    const isBlocked = request.failure()?.errorText === 'csp';
    if (!isOwn && !isBlocked && !/^(?:blob|data):$/.test(protocol)) foreign.push(request.url());
  };
  page.on('requestfinished', note);
  page.on('requestfailed', note);
  await page.evaluate(() => localStorage.setItem('real', 'secret'));
  await page.getByRole('tab', { name: m.console_name({}, locale) }).click();
  const prompt = page.getByRole('textbox', { name: m.console_input({}, locale) });
  const answers = page
    .getByRole('log', { name: m.console_output({}, locale) })
    .locator('li:is(.result, .error, .told)');
  const address = page.getByRole('textbox', { name: m.stage_address({}, locale) });
  const stopped = m.console_stopped_too_long({}, locale);
  const theme = page.getByRole('button', { name: /^(?:Dark|Light)$/ });

  const ran: string[] = [];
  for (const [name, code] of [...hostile, ...endless, ...harmless]) {
    // Script before this one may still be leading the tab away.
    await expect(async () => {
      if (!(await prompt.isVisible())) {
        await address.fill('shop.example');
        await address.press('Enter');
        await expect(prompt).toBeVisible();
      }
      const clear = page.getByRole('button', { name: m.console_clear({}, locale) });
      if (await clear.isVisible()) await clear.click({ timeout: 2_000 });
      const typed = code
        .replaceAll('CANARY', `http://127.0.0.1:${port}`)
        .replaceAll('SITE', baseURL ?? '');
      await prompt.fill(typed, { timeout: 2_000 });
      await prompt.press('Enter', { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    const before = (await theme.textContent()) ?? '';
    await theme.click();
    await expect(theme, name).not.toHaveText(before);
    if (harmless.some(([one]) => one === name)) continue;
    const isEndless = endless.some(([one]) => one === name);
    const answer = isEndless ? answers.filter({ hasText: stopped }) : answers.first();
    await expect(answer, name).toBeVisible({ timeout: 20_000 });
    if (!isEndless && (await answer.getAttribute('class'))?.includes('result') === true)
      ran.push(name);
  }

  // The simulated internet has that name: asking it is what the lab is for.
  expect(ran).toEqual(['fetch of a name of the lab']);
  expect(foreign).toEqual([]);
  expect(asked).toEqual([]);
  expect(page.url()).toBe(site.href);
  expect(await page.evaluate(() => localStorage.getItem('real'))).toBe('secret');
  expect(await page.context().cookies()).toEqual([]);
  canary.close();
});
