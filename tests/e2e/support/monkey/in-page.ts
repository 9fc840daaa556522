import type { Page } from '@playwright/test';

/** Asks the page; once more where another document takes its place meanwhile. */
export async function inPage<Answer>(page: Page, ask: () => Answer): Promise<Answer> {
  try {
    return await page.evaluate(ask);
  } catch {
    await page.waitForLoadState('domcontentloaded');
    return page.evaluate(ask);
  }
}
