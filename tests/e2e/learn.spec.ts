import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages } from './support/stage.ts';

const done = { 'stateless/first-meeting': 1_000, 'sessions/sign-in': 86_400_000 };
const file = (text: string) => ({
  name: 'remember-me-progress.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
const progressFile = JSON.stringify({
  kind: 'remember-me-progress',
  version: 1,
  progress: { version: 1, done, answers: {}, last: null },
});

for (const language of languages) {
  const locale = { locale: language };

  test(`progress goes to a file and comes back (${language})`, async ({ page }) => {
    await page.goto(`${language}/learn/`);
    const progress = page.getByRole('progressbar', { name: m.learn_progress({}, locale) });
    await expect(progress).toHaveJSProperty('value', 0);

    const choose = page.getByLabel(m.learn_import({}, locale)).and(page.locator('input'));
    await choose.setInputFiles(file('{"log":{}}'));
    await expect(page.getByText(m.learn_import_not_progress({}, locale))).toBeVisible();
    await choose.setInputFiles(file(progressFile));
    await expect(page.getByText(m.learn_imported({ steps: 2 }, locale))).toBeVisible();
    await expect(progress).toHaveJSProperty('value', 2);

    await page.reload();
    await expect(progress).toHaveJSProperty('value', 2);
    await page.getByRole('button', { name: m.learn_forget({}, locale) }).click();
    await expect(progress).toHaveJSProperty('value', 0);
    await page.getByRole('button', { name: m.learn_undo({}, locale) }).click();
    await expect(progress).toHaveJSProperty('value', 2);

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: m.learn_export({}, locale) }).click();
    const saved: unknown = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    expect(saved).toMatchObject({ kind: 'remember-me-progress', progress: { done } });
  });

  test(`the short way leads from chapter to chapter, and back (${language})`, async ({ page }) => {
    await page.goto(`${language}/`);
    await page.getByRole('link', { name: m.first_short_way({}, locale) }).click();
    await expect(page).toHaveURL(/\/learn\/#short$/);
    await page.getByRole('link', { name: m.learn_begin({}, locale) }).click();
    await expect(page).toHaveURL(/\/client-server\/#short:ask-and-answer$/);
    const skip = page.getByRole('link', { name: m.stage_skip({}, locale), exact: true });
    await skip.click();
    await expect(page).toHaveURL(/\/stateless\/#short:first-meeting$/);
    await skip.click();
    await expect(page).toHaveURL(/\/stateless\/#short:two-instances$/);
    await expect(page.getByRole('complementary').getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\/stateless\/#short:first-meeting$/);
    await page.getByRole('link', { name: m.app_learn({}, locale) }).click();
    await expect(page).toHaveURL(/\/learn\/$/);
  });
}

test('a term in a lesson leads to what it means, and back', async ({ page }) => {
  await page.goto('en/sessions/#sign-in');
  const lesson = page.getByRole('complementary', { name: m.stage_lesson({}, { locale: 'en' }) });
  await lesson.getByRole('link', { name: 'cookie', exact: true }).click();
  await expect(page).toHaveURL(/\/glossary\/#cookie$/);
  await expect(page.locator('#cookie')).toBeInViewport();
  await page.getByRole('searchbox').fill('fixation');
  await expect(page.getByRole('term')).toHaveCount(1);
  await page.getByRole('searchbox').fill('no such thing');
  await expect(page.getByText(m.glossary_nothing({}, { locale: 'en' }))).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/sessions\/#sign-in$/);
  await expect(lesson.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const [language, first] of [
  ['en', /^Access token/],
  ['ko', /^개인 키/],
] as const) {
  test(`the glossary stands in the order of its language, ${language}`, async ({ page }) => {
    await page.goto(`${language}/glossary/`);
    await expect(page.getByRole('term').first()).toHaveText(first);
  });
}
