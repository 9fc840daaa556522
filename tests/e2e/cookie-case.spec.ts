import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { allowClipboard } from './support/allow-clipboard.ts';
import { CookieCase } from './support/cookie-case.ts';
import { languages } from './support/stage.ts';

for (const language of languages) {
  const locale = { locale: language };

  test(`from the first page to a cookie that is sent, in ${language}`, async ({ page }) => {
    const bench = new CookieCase(page, language);
    await page.goto(`${language}/`);
    await page
      .getByRole('main')
      .getByRole('link', { name: m.first_cookie_case({}, locale) })
      .click();
    await expect(page).toHaveURL(new RegExp(`/${language}/tools/cookie/$`));
    await bench.paste.fill(
      'HTTP/1.1 200 OK\nContent-Type: text/html\nSet-Cookie: sid=31d4; Path=/; SameSite=None\n\n<p>',
    );
    await bench.page.fill('https://www.my-shop.com/');
    await bench.request.fill('https://api.payments.io/session');
    await bench.choose(
      m.cookie_case_credentials({}, locale),
      m.cookie_case_credentials_include({}, locale),
    );
    await bench.expectVerdict(m.cookie_case_verdict_not_stored({}, locale));
    const why = m.cookies_rejected_same_site_none_without_secure({ name: 'sid' }, locale);
    await expect(bench.answer).toContainText(why);
    await expect(page.getByText(m.cookie_case_change_add_secure({}, locale))).toBeVisible();
    await bench.press(m.cookie_case_change_apply({}, locale));
    await bench.expectVerdict(m.cookie_case_verdict_sent({}, locale));
    await expect(bench.answer).toContainText('Cookie: sid=31d4');
    await expect(bench.paste).toHaveValue(/SameSite=None; Secure\n\n<p>$/);
    await bench.press(m.cookie_case_undo({}, locale));
    await bench.expectVerdict(m.cookie_case_verdict_not_stored({}, locale));
  });

  test(`an example is opened and mended by keyboard alone, in ${language}`, async ({ page }) => {
    const bench = new CookieCase(page, language);
    await bench.open();
    const title = m.cookie_case_preset_localhost_ports({}, locale);
    await page.getByRole('button', { name: title, exact: true }).focus();
    await page.keyboard.press('Enter');
    await bench.expectVerdict(m.cookie_case_verdict_not_stored({}, locale));
    await page
      .getByRole('button', { name: m.cookie_case_change_apply({}, locale) })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await bench.expectVerdict(m.cookie_case_verdict_sent({}, locale));
  });
}

test('a case is handed on by its link, and asks the network for nothing', async ({
  page,
  context,
}) => {
  await allowClipboard(context);
  const locale = { locale: 'en' } as const;
  const bench = new CookieCase(page, 'en');
  await bench.open();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('.woff2')) asked.push(request.url());
  });
  await bench.press(m.cookie_case_preset_log_out_path({}, locale));
  await bench.expectVerdict(m.cookie_case_verdict_not_deleted({}, locale));
  await bench.press(m.cookie_case_share({}, locale));
  await bench.press(m.cookie_case_share_copy({}, locale));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/en/tools/cookie/#case=');
  expect(page.url()).not.toContain('#');
  expect(asked).toEqual([]);
  const other = await context.newPage();
  await other.goto(link);
  await new CookieCase(other, 'en').expectVerdict(m.cookie_case_verdict_not_deleted({}, locale));
});

test('hostile HTML in a value stays text', async ({ page }) => {
  const bench = new CookieCase(page, 'en');
  const payload = '<img src=x onerror="document.title=1"><script>top.x=1</script>';
  await bench.open();
  await bench.paste.fill(`sid=${payload}; Path=/`);
  await bench.request.fill('localhost:3000');
  await expect(bench.answer).toContainText(`Cookie: sid=${payload}`);
  expect(await page.locator('main img, main script').count()).toBe(0);
});
