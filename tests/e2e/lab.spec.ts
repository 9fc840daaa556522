import { expect, test } from '@playwright/test';
import { languages, Stage } from './support/stage.ts';

for (const language of languages) {
  test(`the lab's clock is turned by a press, and stays turned, in ${language}`, async ({
    page,
  }) => {
    const stage = new Stage(page, language);
    await page.goto(`${language}/lab/`);
    await stage.settled();
    const time = async () =>
      Date.parse((await stage.controls.locator('time').getAttribute('datetime')) ?? '');
    const before = await time();
    await stage.turnClock('half-hour');
    await stage.visit('shop.example/cart');
    expect((await time()) - before).toBeGreaterThanOrEqual(30 * 60_000);
    await stage.undo();
    await stage.undo();
    expect((await time()) - before).toBeLessThan(30 * 60_000);
  });
}
