import { documentsOf } from '../browser/document-place.ts';
import type { Lab } from '../lab/lab.svelte.ts';

/** Runs a line in the console of the page on the stage. */
export async function runLine(lab: Lab, text: string): Promise<void> {
  const tab = lab.browser.activeTab;
  const [top] = tab === null ? [] : documentsOf(tab);
  if (top !== undefined) await lab.runInConsole(top.page.id, text);
}
