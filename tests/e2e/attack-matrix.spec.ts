import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';

for (const language of languages) {
  const locale = { locale: language } as const;

  test(`a run of the matrix opens on the stage, and undo brings one's own lab back, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const stage = new Stage(page, language);
    await page.goto(`${language}/lab/`);
    await stage.settled();
    await stage.signIn();
    await page.getByRole('button', { name: m.matrix_open({}, locale), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: m.matrix_title({}, locale) });
    await dialog.getByRole('button', { name: m.matrix_run({}, locale), exact: true }).click();

    const attack = m.matrix_attack_xss_cookie({}, locale);
    const defence = m.matrix_no_defence({}, locale);
    const outcome = m.matrix_works({}, locale);
    await dialog
      .getByRole('button', { name: m.matrix_cell({ attack, defence, outcome }, locale) })
      .click({ timeout: 60_000 });
    await dialog.getByRole('button', { name: m.matrix_stop({}, locale), exact: true }).click();
    await expect(
      dialog.getByRole('heading', { name: `${attack} · ${defence}`, exact: true }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: m.matrix_open_run({}, locale), exact: true }).click();

    await expect(dialog).toBeHidden({ timeout: 30_000 });
    const loot = page.getByRole('region', { name: m.place_loot({}, locale) });
    await expect(loot.getByText(/sid/).first()).toBeVisible();
    await stage.undo();
    await expect(loot).toBeHidden();
    await stage.visit('shop.example/account');
    await expect(stage.shopHeading(m.shop_account_title({}, locale))).toBeVisible();
  });
}
