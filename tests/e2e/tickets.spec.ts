import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, type Language } from './support/stage.ts';

const titles = {
  'after-each-deployment': {
    en: 'People are signed out after each deployment',
    ko: '배포할 때마다 로그인이 풀려요',
  },
  'from-the-newsletter': {
    en: 'Whoever comes from the newsletter is signed out',
    ko: '소식지에서 온 손님은 로그인이 풀려 있어요',
  },
} as const;

/** A ticket as one works on it: everything is found by its name. */
class Ticket {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  get locale() {
    return { locale: this.language } as const;
  }

  get outcome() {
    return this.page.getByRole('complementary').getByRole('status');
  }

  /** From the map of all chapters, by links alone. */
  async openByHand(slug: keyof typeof titles): Promise<void> {
    await this.page.goto(`${this.language}/learn/`);
    await this.page.getByRole('link', { name: m.tickets_title({}, this.locale) }).click();
    await this.page.getByRole('link', { name: titles[slug][this.language] }).click();
    await expect(this.page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  }

  async choose(popover: string, field: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: popover, exact: true }).click();
    await this.page.getByLabel(field, { exact: true }).selectOption(value);
    await this.page.keyboard.press('Escape');
  }

  async run(expected: string): Promise<void> {
    await this.page.getByRole('button', { name: m.tickets_run({}, this.locale) }).press('Enter');
    await expect(this.outcome).toHaveText(expected, { timeout: 60_000 });
  }
}

for (const language of languages) {
  const locale = { locale: language } as const;

  test(`signed out after each deployment: found and mended (${language})`, async ({ page }) => {
    test.slow();
    const ticket = new Ticket(page, language);
    await ticket.openByHand('after-each-deployment');
    const sessions = m.instances_store({}, locale);

    await ticket.run(m.tickets_still({}, locale));
    await page
      .getByRole('button', { name: m.tickets_show_hint({ number: 1, total: 3 }, locale) })
      .click();
    // A copy at every machine is lost with all of them.
    await ticket.choose(m.instances_label({}, locale), sessions, 'replicated');
    await expect(page.getByText(m.tickets_changed_since({}, locale))).toBeVisible();
    await ticket.run(m.tickets_still({}, locale));
    await expect(page.getByRole('heading', { name: m.tickets_cause({}, locale) })).toBeHidden();

    await ticket.choose(m.instances_label({}, locale), sessions, 'shared');
    await ticket.run(m.tickets_mended({}, locale));
    await expect(page.getByRole('heading', { name: m.tickets_cause({}, locale) })).toBeVisible();

    await page.goBack();
    const listed = page
      .getByRole('listitem')
      .filter({ hasText: titles['after-each-deployment'][language] });
    await expect(listed).toContainText(m.tickets_solved({}, locale));
    await page.reload();
    await expect(listed).toContainText(m.tickets_hints({ count: 1 }, locale));
    await expect(page.getByRole('main')).toContainText(
      m.tickets_count({ solved: 1, total: 21 }, locale),
    );
  });

  test(`from the newsletter: the tempting fix opens another hole (${language})`, async ({
    page,
  }) => {
    test.slow();
    const ticket = new Ticket(page, language);
    await ticket.openByHand('from-the-newsletter');
    const attributes = m.stage_cookie_attributes({}, locale);

    await ticket.choose(attributes, 'SameSite', 'none');
    await ticket.run(m.tickets_broke({ count: 1 }, locale));
    const failed = page.getByRole('listitem').filter({
      hasText: m.tickets_check_forged_order({}, locale),
    });
    await expect(failed).toContainText(m.tickets_fails({}, locale));

    // What was left in the middle is found again as it was left.
    await page.reload();
    await page.getByRole('button', { name: attributes }).click();
    await expect(page.getByLabel('SameSite')).toHaveValue('none');
    await page.getByLabel('SameSite').selectOption('lax');
    await page.keyboard.press('Escape');
    await ticket.run(m.tickets_mended({}, locale));

    // Starting over brings the trouble back, and can itself be undone.
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: m.stage_reset({}, locale) })
      .click();
    await expect(ticket.outcome).toBeEmpty();
    await ticket.run(m.tickets_still({}, locale));
    await page.getByRole('button', { name: m.stage_undo({}, locale), exact: true }).click();
    await ticket.run(m.tickets_mended({}, locale));
  });
}

test('a ticket that there is not leads to those that there are', async ({ page }) => {
  await page.goto('en/tickets/#no-such-ticket');
  await expect(page.getByRole('alert')).toHaveText(m.tickets_unknown({}, { locale: 'en' }));
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(21);
});

test('a run is called off', async ({ page }) => {
  await page.goto('en/tickets/#in-the-cafe');
  const locale = { locale: 'en' } as const;
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: m.stage_cookie_attributes({}, locale) }).click();
  await page.getByLabel('Secure').check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: m.tickets_run({}, locale) }).click();
  await page.getByRole('button', { name: m.tickets_stop({}, locale) }).click();
  await expect(page.getByRole('complementary').getByRole('status')).toContainText('Stopped after');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the ticket stands above the stories, and nothing is cut off', async ({ page }) => {
    await page.goto('ko/tickets/#cart-empty-on-the-phone');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });
});
