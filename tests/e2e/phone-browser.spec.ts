import { expect, test, type Locator, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, type Language } from './support/stage.ts';
import { tap } from './support/tap.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** The browser on a phone: its window and its tables are sheets that one opens and closes. */
class PhoneStage {
  readonly locale: { readonly locale: Language };

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.locale = { locale: language };
  }

  async openShop(): Promise<void> {
    await tap(this.page.getByRole('button', { name: m.stage_open_shop({}, this.locale) }));
  }

  async openTables(): Promise<void> {
    await tap(this.page.getByRole('button', { name: m.stage_open_tables({}, this.locale) }));
  }

  async close(): Promise<void> {
    const close = this.page.getByRole('button', { name: m.app_close({}, this.locale) });
    await tap(close);
    await expect(close).toBeHidden();
  }

  async visit(address: string): Promise<void> {
    const bar = this.page.getByRole('textbox', {
      name: m.stage_address({}, this.locale),
      exact: true,
    });
    await bar.fill(address);
    await bar.press('Enter');
    await expect(this.page.locator('.page[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  }

  async showPanel(name: string): Promise<void> {
    await tap(this.page.getByRole('tab', { name, exact: true }));
  }

  cookie(name: string): Locator {
    return this.page.getByRole('button', {
      name: m.stage_cookie_open({ name }, this.locale),
      exact: true,
    });
  }

  /** All of it lies within the width of the phone. */
  async expectWithin(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(390);
  }
}

for (const language of languages) {
  test(`on a phone one sits down at another browser, and sets how it treats third parties, in ${language}`, async ({
    page,
  }) => {
    const phone = new PhoneStage(page, language);
    const { locale } = phone;
    await page.goto(`${language}/lab/`);
    await phone.openShop();
    await phone.visit('ads.example');
    await phone.visit('news.example');
    const ad = page.frameLocator('iframe').frameLocator('iframe');
    await expect(ad.getByText('ads.example, news.example')).toBeVisible();

    const settings = page.getByRole('button', { name: m.browsers_settings({}, locale) });
    await tap(settings);
    const dialog = page.getByRole('dialog', { name: m.browsers_settings({}, locale) });
    const policy = dialog.getByLabel(m.browsers_third_party({}, locale));
    await policy.selectOption({ label: m.browsers_blocked({}, locale) });
    await phone.expectWithin(dialog);
    await phone.expectWithin(settings);
    await tap(dialog.getByRole('button', { name: m.browsers_reload({}, locale) }));
    await expect(ad.getByText(m.shop_ad_stranger({}, locale))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const whose = page.getByLabel(m.stage_whose_browser({}, locale));
    await whose.selectOption({ label: m.stage_mallorys_laptop({}, locale) });
    await phone.expectWithin(whose);
    await phone.visit('news.example');
    await expect(ad.getByText(m.shop_ad_stranger({}, locale))).toBeVisible();
    // That browser is set for itself.
    await expect(settings).toHaveText(m.browsers_allowed_label({}, locale));
    await phone.close();
    await phone.openTables();
    await expect(phone.cookie('ad_id')).toBeVisible();
  });

  test(`on a phone the console runs script, and what it stores can be seen and changed, in ${language}`, async ({
    page,
  }) => {
    const phone = new PhoneStage(page, language);
    const { locale } = phone;
    await page.goto(`${language}/lab/`);
    await phone.openShop();
    await phone.visit('shop.example/login');
    const shop = page.frameLocator('iframe');
    await tap(shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }));
    await expect(
      shop.getByRole('button', { name: m.shop_sign_out({}, locale), exact: true }),
    ).toBeVisible();
    await phone.close();
    await phone.openTables();

    await phone.showPanel(m.console_name({}, locale));
    const prompt = page.getByRole('textbox', { name: m.console_input({}, locale) });
    const output = page.getByRole('log', { name: m.console_output({}, locale) });
    await prompt.fill('document.cookie = "theme=dark"; localStorage.setItem("theme", "dark")');
    await prompt.press('Enter');
    await prompt.fill('document.cookie');
    await prompt.press('Enter');
    // What was said instead is told when it fails.
    await expect(output).toContainText('"theme=dark"');
    await expect(
      output.getByText(m.cookies_withheld_http_only({ name: 'sid' }, locale)),
    ).toBeVisible();
    await phone.expectWithin(prompt);
    await phone.expectWithin(output);
    // Prompt and last answer stay in sight, however much has been said.
    await prompt.fill('for (let i = 1; i <= 30; i += 1) console.log(`line ${i}`)');
    await prompt.press('Enter');
    await expect(output.getByText('line 30', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(prompt).toBeInViewport({ ratio: 1 });

    await phone.showPanel(m.storage_name({}, locale));
    const value = page.getByLabel(m.storage_edit({ key: 'theme' }, locale));
    await expect(value).toHaveValue('dark');
    await value.fill('light');
    await value.press('Enter');
    await phone.expectWithin(
      page.getByRole('button', { name: m.storage_remove_named({ key: 'theme' }, locale) }),
    );
    await phone.showPanel(m.console_name({}, locale));
    await prompt.fill('localStorage.theme');
    await prompt.press('Enter');
    await expect(output.getByText('"light"', { exact: true })).toBeVisible();

    await phone.showPanel(m.storage_name({}, locale));
    await tap(page.getByRole('button', { name: m.storage_remove_named({ key: 'theme' }, locale) }));
    await expect(value).toBeHidden();
    await phone.showPanel(m.stage_cookies({}, locale));
    await expect(phone.cookie('theme')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
