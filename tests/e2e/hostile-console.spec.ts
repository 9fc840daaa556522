import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { endless, harmless, hostileIn } from './support/hostile-scripts.ts';
import { WatchedSite } from './support/watched-site.ts';

const locale = { locale: 'en' } as const;

test('hostile script typed into the console reaches nobody, and the page goes on', async ({
  page,
  baseURL,
  browserName,
}) => {
  const site = await WatchedSite.watch(page, baseURL);
  await site.open('en/lab/');
  await page.getByRole('tab', { name: m.console_name({}, locale) }).click();
  const prompt = page.getByRole('textbox', { name: m.console_input({}, locale) });
  const answers = page
    .getByRole('log', { name: m.console_output({}, locale) })
    .locator('li:is(.result, .error, .told)');
  const address = page.getByRole('textbox', { name: m.stage_address({}, locale) });
  const stopped = m.console_stopped_too_long({}, locale);

  const ran: string[] = [];
  for (const [name, code] of [...hostileIn(browserName), ...endless, ...harmless]) {
    // Script before this one may still be leading the tab away.
    await expect(async () => {
      if (!(await prompt.isVisible())) {
        await address.fill('shop.example');
        await address.press('Enter');
        await expect(prompt).toBeVisible();
      }
      const clear = page.getByRole('button', { name: m.console_clear({}, locale) });
      if (await clear.isVisible()) await clear.click({ timeout: 2_000 });
      await prompt.fill(site.addressed(code), { timeout: 2_000 });
      await prompt.press('Enter', { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await site.expectAnswer(name);
    if (harmless.some(([one]) => one === name)) continue;
    const isEndless = endless.some(([one]) => one === name);
    const answer = isEndless ? answers.filter({ hasText: stopped }) : answers.first();
    await expect(answer, name).toBeVisible({ timeout: 20_000 });
    if (!isEndless && (await answer.getAttribute('class'))?.includes('result') === true)
      ran.push(name);
  }

  // The simulated internet has that name: asking it is what the lab is for.
  expect(ran).toEqual(['fetch of a name of the lab']);
  await site.expectUntouched();
  site.close();
});
