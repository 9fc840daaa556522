import type { BrowserContext } from '@playwright/test';

/** Lets pages read what was copied. Firefox knows no such permission; driven by a test it lets them. */
export async function allowClipboard(context: BrowserContext): Promise<void> {
  if (context.browser()?.browserType().name() === 'firefox') return;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
}
