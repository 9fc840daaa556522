import { expect, type Locator, type Page } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';
import type { Language } from './stage.ts';

/** The JWT workbench as one sees and uses it: everything is found by its name. */
export class Workbench {
  readonly token: Locator;
  readonly header: Locator;
  readonly claims: Locator;
  readonly key: Locator;
  readonly steps: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    const { locale } = this;
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    this.token = field(m.workbench_token({}, locale));
    this.header = field(m.jwt_header({}, locale));
    this.claims = field(m.workbench_claims({}, locale));
    this.key = field(m.workbench_key_label({}, locale));
    this.steps = page.getByRole('list', { name: m.workbench_steps({}, locale) });
  }

  get locale(): { readonly locale: Language } {
    return { locale: this.language };
  }

  async open(fragment = ''): Promise<void> {
    await this.page.goto(`${this.language}/tools/jwt/${fragment}`);
    await expect(this.token).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  example(name: string): Promise<void> {
    return this.press(name);
  }

  async expectOverall(name: string): Promise<void> {
    await expect(
      this.page.getByRole('region', { name: m.workbench_verdicts({}, this.locale) }),
    ).toContainText(name);
  }

  /** What is said beside the claims of whether they can be trusted. */
  trust(name: string): Locator {
    return this.page
      .getByRole('region', { name: m.workbench_claims({}, this.locale), exact: true })
      .getByText(name, { exact: true });
  }

  step(name: string): Locator {
    return this.steps.getByRole('listitem').filter({
      has: this.page.getByText(name, { exact: true }),
    });
  }
}
