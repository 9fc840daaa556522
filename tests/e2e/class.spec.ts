import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What the reader has done, as this browser keeps it. */
const kept = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('progress'))?.[1]);

test('before a class: large type, a vote held back, steps by keys, and one’s own progress untouched', async ({
  page,
}) => {
  const stage = new Stage(page, 'en');
  await stage.enter({ chapter: 'sessions', step: 'two-clocks' });
  const before = await kept(page);
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('16px');
  await page.keyboard.press('Alt+P');
  await stage.prepared();
  expect(await size()).toBe('22px');

  await expect(page.getByRole('radio')).toHaveCount(0);
  const more = button(page, m.presenter_one_more({ answer: 'B' }, locale));
  await more.press('Enter');
  await more.press('Enter');
  await expect(page.getByLabel(m.presenter_hands({ answer: 'B' }, locale))).toHaveValue('2');
  await button(page, m.presenter_close_vote({}, locale)).press('Enter');
  const right = page.getByText(m.stage_answer_right({}, locale), { exact: true });
  await expect(right).toBeHidden();
  await button(page, m.presenter_tell({}, locale)).press('Enter');
  await expect(right).toBeVisible();

  await page.keyboard.press('Alt+L');
  await expect(stage.lesson).toBeHidden();
  await page.keyboard.press('Alt+L');
  await expect(stage.lesson).toBeVisible();

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/\/sessions\/#sign-out$/);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/\/sessions\/#two-clocks$/);
  await page.reload();
  await stage.prepared();
  expect(await size()).toBe('22px');
  expect(await kept(page)).toBe(before);

  await page.keyboard.press('Alt+P');
  await stage.prepared();
  expect(await size()).toBe('16px');
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/#two-clocks$/);
});

test('a lesson of one’s own goes from step to step of several chapters', async ({
  page,
  browser,
}) => {
  await page.goto('en/learn/');
  await page.getByRole('link', { name: m.own_compose({}, locale) }).click();
  await page.getByLabel(m.own_title({}, locale)).fill('Monday ~ 1/2');
  const titles = ['Read it without a key', 'A row for Alice'];
  for (const title of titles) await button(page, m.own_add({ title }, locale)).click();
  await button(page, m.own_up({ title: 'A row for Alice' }, locale)).click();
  const href = await page.getByRole('link', { name: m.own_open({}, locale) }).getAttribute('href');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL(href ?? '', page.url()).href);
  await expect(other.getByRole('heading', { level: 1, name: 'Monday ~ 1/2' })).toBeVisible();
  await other.getByRole('link', { name: m.learn_begin({}, locale) }).click();
  await expect(other).toHaveURL(/\/sessions\/#own=.*@sign-in$/);
  const stage = new Stage(other, 'en');
  await stage.prepared();
  await stage.lesson.getByRole('link', { name: m.stage_skip({}, locale) }).click();
  await expect(other).toHaveURL(/\/jwt\/#own=.*@decode$/);
  await expect(other.getByRole('heading', { name: titles[0] ?? '' })).toBeVisible();
  await other.getByRole('link', { name: m.own_end({}, locale) }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Monday ~ 1/2' })).toBeVisible();
  await context.close();
});

test('the names of Spring Security stand on the wire, chosen at the code of a step', async ({
  page,
}) => {
  const stage = new Stage(page, 'en');
  await stage.enter({ chapter: 'sessions', step: 'sign-in' });
  await stage.lesson
    .getByText(m.names_in_code({ framework: 'Spring Security 7.0' }, locale))
    .click();
  await button(page, m.names_use({ cookie: 'JSESSIONID' }, locale)).click();
  await stage.sendSignInForm();
  await expect(stage.cookie('JSESSIONID')).toBeVisible();
  await expect(stage.lesson.getByText(m.stage_goal_reached({}, locale))).toHaveCount(1);
  await expect(
    stage.lesson.getByRole('region', {
      name: m.names_code({ framework: 'Spring Security 7.0' }, locale),
    }),
  ).toContainText('formLogin');
});
