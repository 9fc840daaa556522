import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

async function signedIn(page: Page): Promise<Stage> {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  await expect(stage.cookie('sid')).toBeVisible();
  return stage;
}

async function chooseStartup(page: Page, { locale }: Stage, choice: string): Promise<void> {
  await page.getByRole('button', { name: m.browsers_settings({}, locale) }).click();
  const dialog = page.getByRole('dialog', { name: m.browsers_settings({}, locale) });
  await dialog.getByLabel(m.browsers_startup({}, locale)).selectOption({ label: choice });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

const address = (page: Page, { locale }: Stage) =>
  page.getByRole('textbox', { name: m.stage_address({}, locale), exact: true });

test('a browser that begins at its home page has lost its session when it is opened again', async ({
  page,
}) => {
  const stage = await signedIn(page);
  await stage.visit('shop.example/cart');
  await stage.closeBrowser();
  await expect(stage.cookie('sid')).toBeHidden();
  await stage.openBrowser();
  await expect(address(page, stage)).toHaveValue('shop.example/');
  await expect(
    stage.shop.getByRole('link', { name: m.shop_sign_in({}, stage.locale) }),
  ).toBeVisible();
  // The row on the server knows nothing of it.
  await expect(stage.sessionIds).toHaveCount(1);
});

test('a browser that continues where it was left has kept tabs, cookies and storage', async ({
  page,
}) => {
  const stage = await signedIn(page);
  const { locale } = stage;
  await chooseStartup(page, stage, m.browsers_startup_continue({}, locale));
  await stage.visit('shop.example/cart');
  await page.getByRole('tab', { name: m.console_name({}, locale) }).click();
  const prompt = page.getByRole('textbox', { name: m.console_input({}, locale) });
  await prompt.fill("sessionStorage.setItem('draft', 'half a letter')");
  await prompt.press('Enter');
  await page.getByRole('tab', { name: m.storage_name({}, locale) }).click();
  const draft = page.getByLabel(m.storage_edit({ key: 'draft' }, locale));
  await expect(draft).toHaveValue('half a letter');

  await page.getByRole('button', { name: m.stage_new_tab({}, locale) }).click();
  await stage.visit('news.example/');
  await stage.closeBrowser();
  await stage.openBrowser();
  await expect(address(page, stage)).toHaveValue('news.example/');
  const cartTab = `${m.shop_cart_title({}, locale)} · Crumb`;
  await stage.window.getByRole('button', { name: cartTab, exact: true }).click();
  await expect(address(page, stage)).toHaveValue('shop.example/cart');
  await expect(
    stage.shop.getByRole('button', { name: m.shop_sign_out({}, locale), exact: true }),
  ).toBeVisible();
  await expect(draft).toHaveValue('half a letter');
  await page.getByRole('tab', { name: m.stage_cookies({}, locale) }).click();
  await expect(stage.cookie('sid')).toBeVisible();

  await chooseStartup(page, stage, m.browsers_startup_home({}, locale));
  await stage.closeBrowser();
  await stage.openBrowser();
  await expect(stage.cookie('sid')).toBeHidden();
  await expect(stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale) })).toBeVisible();
});
