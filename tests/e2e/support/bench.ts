import { expect, type Locator } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';
import type { Stage } from './stage.ts';

/** The bench beside the stage, as one sees and uses it. */
export class Bench {
  readonly section: Locator;

  constructor(private readonly stage: Stage) {
    this.section = stage.page.getByRole('region', {
      name: m.bench_name({}, stage.locale),
      exact: true,
    });
  }

  field(name: typeof m.jwt_payload): Locator {
    return this.section.getByRole('textbox', { name: name({}, this.stage.locale), exact: true });
  }

  async rewrite(name: typeof m.jwt_payload, change: (text: string) => string): Promise<void> {
    const field = this.field(name);
    await expect(field).not.toHaveValue('');
    await field.fill(change(await field.inputValue()));
  }

  /** By keyboard: every tool must be reached by it. */
  async press(name: typeof m.bench_decode): Promise<void> {
    const button = this.section.getByRole('button', {
      name: name({}, this.stage.locale),
      exact: true,
    });
    await expect(button).toBeEnabled();
    await button.press('Enter');
  }

  async says(text: string): Promise<void> {
    await expect(this.section.getByText(text)).toBeVisible();
  }

  /** Writes Bob for Alice, and lays the token in the jar. */
  async forgeForBob(put: typeof m.bench_put): Promise<void> {
    await this.rewrite(m.jwt_payload, (text) => text.replace('"sub":"alice"', '"sub":"bob"'));
    await this.press(put);
    await this.says(m.bench_put_done({}, this.stage.locale));
  }
}
