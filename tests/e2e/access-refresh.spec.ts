import { expect, test, type Locator } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage, type Language } from './support/stage.ts';

const inLocale = (language: Language) => ({ locale: language });

/** The exchanges on the stage that asked the API so, with that status. */
function asked(stage: Stage, request: string, status: number): Locator {
  return stage.page
    .getByRole('list', { name: m.wire_list_label({}, stage.locale) })
    .getByRole('button', { name: `${request} → ${status}` });
}

for (const language of languages) {
  test(`bread, order, 401, refresh and again, by the page's script, in ${language}`, async ({
    page,
  }) => {
    const stage = new Stage(page, language);
    const locale = inLocale(language);
    await page.goto(`${language}/lab/`);
    await stage.rememberBy(m.stage_remember_access_refresh({}, locale));
    await stage.signIn();
    const account = stage.shop.getByRole('link', { name: m.shop_user_alice({}, locale) });
    await expect(account).toBeVisible();
    await expect(stage.cookieNames).toHaveText(['__Secure-refresh']);

    await stage.followLogo();
    await stage.addBread();
    const order = stage.shop.getByRole('button', { name: m.shop_place_order({}, locale) });
    await order.click();
    await expect(stage.shopHeading(m.shop_order_title({ id: '1003' }, locale))).toBeVisible();

    // Its script has asked who this is: turned in between, the clock would make a 401 of that.
    await expect(account).toBeVisible();
    await stage.settled();
    await stage.turnClock('minute', 6);
    const before = await asked(stage, 'GET /me', 200).count();
    await account.click();
    const greeting = m.shop_account_greeting({ name: m.shop_user_alice({}, locale) }, locale);
    await expect(stage.shop.getByText(greeting)).toBeVisible();
    await expect(asked(stage, 'GET /me', 401)).toHaveCount(1);
    await expect(asked(stage, 'POST /refresh', 200)).toHaveCount(1);
    await expect(asked(stage, 'GET /me', 200)).toHaveCount(before + 1);

    await stage.shop
      .getByRole('button', { name: m.shop_sign_out({}, locale), exact: true })
      .click();
    await expect(
      stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale), exact: true }),
    ).toBeVisible();
    await expect(stage.cookieNames).toHaveCount(0);
  });
}

test('with the refresh token in localStorage no cookie is needed', async ({ page }) => {
  const stage = new Stage(page, 'en');
  const { locale } = stage;
  await page.goto('en/lab/');
  await stage.rememberBy(m.stage_remember_access_refresh({}, locale));
  await stage.controls
    .getByRole('button', { name: m.tokens_settings({}, locale), exact: true })
    .click();
  const settings = page.getByRole('dialog', { name: m.tokens_settings({}, locale) });
  await settings.getByLabel(m.refresh_place({}, locale)).selectOption('localStorage');
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await stage.signIn();
  await expect(stage.shop.getByRole('link', { name: 'Alice' })).toBeVisible();
  await stage.turnClock('minute', 6);
  await stage.visit('shop.example/account');
  await expect(stage.shop.getByText('Good to see you, Alice.')).toBeVisible();
  await expect(asked(stage, 'POST /refresh', 200)).toHaveCount(1);
  await expect(stage.cookieNames).toHaveCount(0);
  await stage.shop.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(stage.shop.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await stage.visit('shop.example/account');
  await expect(stage.shopHeading('Sign in')).toBeVisible();
});
