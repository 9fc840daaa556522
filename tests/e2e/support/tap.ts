import type { Locator } from '@playwright/test';

/** By a finger; in Firefox by the mouse, since there WebDriver's touch is never followed by a click. */
export async function tap(target: Locator): Promise<void> {
  const engine = target.page().context().browser()?.browserType().name();
  await (engine === 'firefox' ? target.click() : target.tap());
}
