import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { endless, harmless, hostileIn } from './support/hostile-scripts.ts';
import { Stage } from './support/stage.ts';
import { WatchedSite } from './support/watched-site.ts';

const locale = { locale: 'en' } as const;

/** As a script of a page says how it went: it may wait only within a function. */
function telling(code: string): string {
  return `(async () => { ${code} })().then(() => console.log('ran'), (error) => console.log('refused: ' + error))`;
}

/**
 * Puts a script into the shop's first page on its way from the server, by the number in the page's query: as
 * if somebody's review stood in it unescaped.
 */
async function putIntoPages(page: Page, scripts: readonly string[]): Promise<void> {
  await page.addInitScript((texts) => {
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const response = await real(input, init);
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      const text = texts[Number(url.searchParams.get('script') ?? NaN)];
      if (url.hostname !== 'shop.example' || text === undefined) return response;
      const document = await response.text();
      const { status, headers } = response;
      const script = `<script>${text}</script></body>`;
      return new Response(
        document.replace('</body>', () => script),
        { status, headers },
      );
    };
  }, scripts);
}

test('hostile script that arrives in a page reaches nobody, and the page goes on', async ({
  page,
  baseURL,
  browserName,
}) => {
  // A page for each of fifty scripts takes its time on a busy machine.
  test.slow();
  const all = [...hostileIn(browserName), ...endless, ...harmless];
  const site = await WatchedSite.watch(page, baseURL);
  await putIntoPages(
    page,
    all.map(([, code]) => telling(site.addressed(code))),
  );
  await site.open('en/lab/');
  const stage = new Stage(page, 'en');
  await page.getByRole('tab', { name: m.console_name({}, locale) }).click();
  const output = page.getByRole('log', { name: m.console_output({}, locale) });
  const address = page.getByRole('textbox', { name: m.stage_address({}, locale), exact: true });
  const clear = page.getByRole('button', { name: m.console_clear({}, locale) });
  const stopped = m.console_stopped_too_long({}, locale);

  const ran: string[] = [];
  for (const [number, [name]] of all.entries()) {
    // Script before this one may still be leading the tab away.
    await expect(async () => {
      if (await clear.isVisible()) await clear.click({ timeout: 2_000 });
      await address.fill(`shop.example/?script=${number}`, { timeout: 2_000 });
      await address.press('Enter', { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await site.expectAnswer(name);
    if (harmless.some(([one]) => one === name)) continue;
    const isEndless = endless.some(([one]) => one === name);
    const told = output.getByText(/^(?:ran|refused: .*)$/s);
    const answer = isEndless ? output.getByText(stopped) : told.or(output.getByText(stopped));
    await expect(answer.first(), name).toBeVisible({ timeout: 20_000 });
    if ((await answer.first().textContent()) === 'ran') ran.push(name);
  }

  expect(ran).toEqual(['fetch of a name of the lab']);
  expect(all.length).toBeGreaterThanOrEqual(40);
  await stage.visit('shop.example/');
  await expect(stage.shopHeading(m.shop_products_title({}, locale))).toBeVisible();
  await site.expectUntouched();
  site.close();
});
