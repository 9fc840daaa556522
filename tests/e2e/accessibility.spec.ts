import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Bench } from './support/bench.ts';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;
const sizes = { laptop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

/**
 * What axe finds on the page as it stands. The shop's page lies in a frame that can run no script, axe's
 * neither: it has a test of its own.
 */
async function expectNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('iframe')
    .analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  expect(faults).toEqual([]);
}

// What has changed is shown by a wash of colour that fades: judged is what remains.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });

      test('first page', async ({ page }) => {
        await page.goto('en/');
        const shop = page.frameLocator('iframe');
        const product = m.shop_product_salt_bread({}, locale);
        const add = shop.getByRole('button', { name: m.shop_add_named({ product }, locale) });
        await expect(add).toBeVisible();
        await expectNoFault(page);
        await add.click();
        await page.getByRole('button', { name: m.first_let_it_remember({}, locale) }).click();
        await shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }).click();
        await expect(page.getByText(m.first_move_remembered({}, locale))).toBeVisible();
        await expectNoFault(page);
      });

      test('not found', async ({ page }) => {
        await page.goto('en/no-such-chapter/');
        await expectNoFault(page);
      });

      for (const place of [
        'learn/',
        'learn/#short',
        'glossary/#session',
        'about/#kept',
        'tickets/',
      ]) {
        test(place, async ({ page }) => {
          await page.goto(`en/${place}`);
          await expect(
            page.getByRole('main').getByRole('list').or(page.getByRole('term')).first(),
          ).toBeVisible();
          await expectNoFault(page);
        });
      }

      test('interview', async ({ page }) => {
        await page.goto('en/interview/');
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
        await expectNoFault(page);
        await page.goto('en/interview/#samesite');
        const levels = [m.interview_sentence, m.interview_minute, m.interview_deep];
        for (const level of levels) {
          const name = m.interview_reveal({ level: level({}, locale) }, locale);
          await page.getByRole('button', { name }).click();
        }
        await expectNoFault(page);
      });

      test('a cookie that is not sent', async ({ page }) => {
        await page.goto('en/tools/cookie/');
        const title = m.cookie_case_preset_two_hostings({}, locale);
        await expect(page.getByRole('button', { name: title, exact: true })).toBeVisible();
        await expectNoFault(page);
        await page.getByRole('button', { name: title, exact: true }).click();
        await expect(
          page.getByRole('button', { name: m.cookie_case_change_apply({}, locale) }).first(),
        ).toBeVisible();
        await page.getByText(m.cookie_case_change_others({}, locale)).click();
        await expectNoFault(page);
        await page.getByRole('tab', { name: m.cookie_case_code({}, locale) }).click();
        await expect(page.getByRole('tabpanel')).toContainText('res.cookie');
        await expectNoFault(page);
      });

      test('a ticket, with a hint and a run that failed', async ({ page }) => {
        await page.goto('en/tickets/#from-the-newsletter');
        const hint = m.tickets_show_hint({ number: 1, total: 3 }, locale);
        await page.getByRole('button', { name: hint }).click();
        await page.getByRole('button', { name: m.tickets_run({}, locale) }).click();
        await expect(page.getByText(m.tickets_still({}, locale))).toBeVisible();
        await expectNoFault(page);
      });

      test('a bench on which a token was made, and a secret found', async ({ page }) => {
        const stage = new Stage(page, 'en');
        const bench = new Bench(stage);
        await page.goto('en/jwt/#by-hand');
        await expect(stage.lesson.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
        for (const tool of [m.bench_encode, m.bench_join, m.bench_mac, m.bench_finish_base64])
          await bench.press(tool);
        await bench.says(m.bench_mac_made({}, locale));
        await expectNoFault(page);
        // Anew: within the document the step before would still be there for a moment.
        await page.goto('about:blank');
        await page.goto('en/jwt/#weak-secret');
        await expect(stage.lesson.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
        await bench.press(m.bench_search);
        await bench.says('croissant');
        await expectNoFault(page);
      });

      test('summary of a chapter', async ({ page }) => {
        await page.goto('en/sessions/#summary');
        await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
        await expectNoFault(page);
      });
    });
  }

  test.describe(`${colorScheme}, laptop`, () => {
    test.use({ colorScheme });

    test('a step at its start, with its hint, and done', async ({ page }) => {
      const stage = new Stage(page, 'en');
      await stage.enter({ chapter: 'sessions', step: 'sign-in' });
      await expectNoFault(page);
      await page.getByRole('button', { name: m.stage_hint({}, locale) }).click();
      await expectNoFault(page);
      await stage.sendSignInForm();
      await stage.answer('order', 'password-row-cookie');
      await expect(stage.stepDone).toBeVisible();
      await expectNoFault(page);
    });

    test('the lab with a token opened, a cookie being edited, and each popover', async ({
      page,
    }) => {
      const stage = new Stage(page, 'en');
      await page.goto('en/lab/');
      await stage.rememberBy(m.stage_remember_jwt_cookie({}, locale));
      await stage.signIn();
      const token = stage.cookies.getByRole('row').filter({ hasText: 'token' });
      await token.getByRole('button').nth(1).click();
      await expect(stage.cookies.getByText('HS256')).toBeVisible();
      await stage.cookies
        .getByRole('button', { name: m.stage_cookie_open({ name: 'token' }, locale) })
        .click();
      await stage.cookies.getByRole('button', { name: m.stage_cookie_add({}, locale) }).click();
      await expectNoFault(page);
      await page.getByRole('tab', { name: m.jar_rejected({}, locale) }).click();
      await expectNoFault(page);
      await page.getByRole('tab', { name: m.stage_cookies({}, locale) }).click();
      for (const name of [m.stage_cookie_attributes({}, locale), m.stage_timeouts({}, locale)]) {
        await stage.controls.getByRole('button', { name, exact: true }).click();
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        await expectNoFault(page);
        await page.keyboard.press('Escape');
      }
      await stage.closeBrowser();
      await expectNoFault(page);
    });
  });

  test.describe(`${colorScheme}, phone`, () => {
    test.use({ colorScheme, viewport: sizes.phone });

    test('a step, and both sheets', async ({ page }) => {
      await page.goto('en/sessions/#sign-in');
      const openShop = page.getByRole('button', { name: m.stage_open_shop({}, locale) });
      await expect(openShop).toBeVisible();
      await expectNoFault(page);
      for (const name of [m.stage_open_shop({}, locale), m.stage_open_tables({}, locale)]) {
        await page.getByRole('button', { name, exact: true }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoFault(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    });
  });
}
