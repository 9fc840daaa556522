import { expect, test, type Page } from '@playwright/test';
import { forgeUnsecuredToken } from '../../src/jwt/careless/forge-unsecured-token.ts';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage, type Language } from './support/stage.ts';

const shop = 'https://shop.example';
/** The lab's clock begins in November 2026; what ends in 2030 has time. */
const bob = { iss: shop, aud: shop, sub: 'bob', name: 'Bob', cart: {}, exp: 1_900_000_000 };

async function labWithTokens(page: Page, language: Language): Promise<Stage> {
  const stage = new Stage(page, language);
  await page.goto(`${language}/lab/`);
  await stage.settled();
  await stage.rememberBy(m.stage_remember_jwt_cookie({}, stage.locale));
  await stage.signIn();
  return stage;
}

for (const language of languages) {
  const locale = { locale: language } as const;

  test(`a forged token passes only with its switch on, in ${language}`, async ({ page }) => {
    const stage = await labWithTokens(page, language);
    await stage.deleteCookie('token');
    await stage.visit('shop.example/');
    await stage.addCookie('token', forgeUnsecuredToken(bob));
    const signIn = stage.shopHeading(m.shop_sign_in({}, locale));
    await stage.visit('shop.example/account');
    await expect(signIn).toBeVisible();

    await page.getByRole('button', { name: m.tokens_careless_settings({}, locale) }).click();
    const popover = page.getByRole('dialog', { name: m.tokens_careless_settings({}, locale) });
    await popover.getByLabel(m.tokens_careless_accept_none({}, locale)).check();
    await page.keyboard.press('Escape');
    const checks = m.tokens_careless_accept_none({}, locale);
    const badge = page.getByText(m.tokens_careless_badge({ checks }, locale));
    await expect(badge).toBeVisible();
    await stage.visit('shop.example/account');
    await expect(stage.shopHeading(m.shop_account_title({}, locale))).toBeVisible();
    await expect(stage.shop.getByText(m.shop_user_bob({}, locale)).first()).toBeVisible();
    await expect(page.getByText(m.trace_careless_none_accepted({}, locale))).toBeVisible();

    await stage.undo();
    await stage.undo();
    await expect(badge).toBeHidden();
    await stage.visit('shop.example/account');
    await expect(signIn).toBeVisible();
  });

  test(`a key is replaced and the old one retired by hand, in ${language}`, async ({ page }) => {
    const stage = await labWithTokens(page, language);
    const keys = page.getByRole('region', { name: m.tokens_keys({}, locale) });
    await keys.getByRole('button', { name: m.tokens_rotate({}, locale) }).click();
    await expect(keys.getByRole('listitem')).toHaveCount(2);
    const account = stage.shopHeading(m.shop_account_title({}, locale));
    await stage.visit('shop.example/account');
    await expect(account).toBeVisible();
    await keys
      .getByRole('listitem')
      .last()
      .getByText(m.tokens_retire({}, locale), { exact: true })
      .click();
    await stage.visit('shop.example/account');
    await expect(stage.shopHeading(m.shop_sign_in({}, locale))).toBeVisible();
  });
}
