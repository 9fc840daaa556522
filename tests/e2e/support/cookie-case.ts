import { expect, type Locator, type Page } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';
import type { Language } from './stage.ts';

/** The bench for a cookie that is not sent, as one sees and uses it. */
export class CookieCase {
  readonly paste: Locator;
  readonly page: Locator;
  readonly request: Locator;
  readonly answer: Locator;

  constructor(
    readonly screen: Page,
    readonly language: Language,
  ) {
    const { locale } = this;
    const field = (name: string) => screen.getByRole('textbox', { name, exact: true });
    this.paste = field(m.cookie_case_paste({}, locale));
    this.page = field(m.cookie_case_page_url({}, locale));
    this.request = field(m.cookie_case_request_url({}, locale));
    this.answer = screen.getByRole('region', { name: m.cookie_case_answer({}, locale) });
  }

  get locale(): { readonly locale: Language } {
    return { locale: this.language };
  }

  async open(fragment = ''): Promise<void> {
    await this.screen.goto(`${this.language}/tools/cookie/${fragment}`);
    await expect(this.paste).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.screen.getByRole('button', { name, exact: true }).first().click();
  }

  async choose(name: string, option: string): Promise<void> {
    await this.screen.getByRole('combobox', { name, exact: true }).selectOption(option);
  }

  async expectVerdict(text: string): Promise<void> {
    await expect(this.answer.getByRole('status')).toHaveText(text);
  }
}
