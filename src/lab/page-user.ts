import type { Page } from '../browser/tab.ts';
import type { Lab } from './lab.svelte.ts';
import { formTo, isUnfinished, linkTo } from './on-page.ts';

/** Follows the page's first link to that path; goes there by itself where there is none. */
export async function followLinkTo(lab: Lab, path: string): Promise<void> {
  await lab.followLink(linkTo(shownPage(lab), path) ?? path);
  await settled(lab);
}

/**
 * Sends the page's first form to that path, filled in as it was delivered but for what is `filled` in by name, of
 * which script is not told. The page's script hears of it first,
 * as when a user does it, and may do something else instead. Nothing happens where there is no such form.
 */
export async function sendFormTo(
  lab: Lab,
  path: string,
  filled: Readonly<Record<string, string>> = {},
): Promise<void> {
  const page = shownPage(lab);
  const form = formTo(page, path);
  if (page === null || form === null) return;
  const { place, ...sent } = form;
  const event = { type: 'submit', path: place, submitter: null } as const;
  const prevented = lab.hasScript(page.id) && (await lab.dispatchInPage(page.id, event, []));
  const kept = sent.entries.filter(([name]) => filled[name] === undefined);
  const entries = [...kept, ...Object.entries(filled)];
  if (!prevented) await lab.submitForm({ ...sent, entries });
  await settled(lab);
}

/**
 * Ends when nothing is under way any more, and the page's script has done what the page waits for. For script that
 * was stopped no page waits.
 */
export async function settled(lab: Lab): Promise<void> {
  while (lab.busy || awaitsScript(lab, shownPage(lab))) await nextTurn();
}

function awaitsScript(lab: Lab, page: Page | null): boolean {
  return page !== null && lab.hasScript(page.id) && isUnfinished(page);
}

/** Script runs in a thread of its own, and its messages arrive only between the turns of this one. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function shownPage(lab: Lab) {
  return lab.browser.activeTab?.page ?? null;
}
