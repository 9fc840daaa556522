import type { Lab } from '../../lab/lab.svelte.ts';

/**
 * The browser that has a session's key, as a cookie's value or in the address of one of its pages; the one on
 * the stage before the others. `null` when no browser has it any more.
 */
export function holderOf(lab: Lab, key: string): string | null {
  const ids = [lab.browserId, ...lab.browsers.keys()];
  return ids.find((id) => holds(lab, id, key)) ?? null;
}

function holds(lab: Lab, id: string, key: string): boolean {
  const browser = lab.browsers.get(id);
  if (browser === undefined) return false;
  return (
    browser.jar.all().some(({ value }) => value === key) ||
    browser.tabs.some(({ page }) => URL.parse(page?.url ?? '')?.searchParams.get('ticket') === key)
  );
}
