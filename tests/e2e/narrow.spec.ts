import { expect, test } from '@playwright/test';
import { languages } from './support/stage.ts';

/** The sizes of WCAG 2.2, 1.4.10 (reflow): 320 pixels, as a laptop zoomed to four times has them; and zoomed to twice. */
const sizes = { 'four times': { width: 320, height: 640 }, twice: { width: 683, height: 384 } };
const places = [
  '',
  'learn/',
  'client-server/',
  'lab/',
  'tools/jwt/',
  'tools/cookie/',
  'tools/har/',
  'tickets/',
  'interview/',
  'glossary/',
  'about/',
];

for (const language of languages) {
  for (const [zoom, viewport] of Object.entries(sizes)) {
    test(`in ${language}, zoomed ${zoom}, no page is wider than the window`, async ({ page }) => {
      await page.setViewportSize(viewport);
      for (const place of places) {
        await page.goto(`${language}/${place}`);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.locator('main.document')).toHaveCount(0);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider, place).toBe(0);
      }
    });
  }
}

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('a chosen tab has a frame, another one has none', async ({ page }) => {
    await page.goto('en/lab/');
    const frame = (selected: boolean) =>
      page
        .getByRole('tab', { selected })
        .first()
        .evaluate((tab) => getComputedStyle(tab).outlineStyle);
    await expect(page.getByRole('tab').first()).toBeVisible();
    expect(await frame(true)).toBe('solid');
    expect(await frame(false)).toBe('none');
  });
});
