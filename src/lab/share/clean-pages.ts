import { cleanNodes } from '../../browser/page/clean-nodes.ts';
import type { Page, Tab } from '../../browser/tab.ts';
import type { BrowserState } from '../../browser/browser.ts';
import type { Remembered } from '../memory.ts';

/**
 * The same collections, their pages rebuilt from the allow-list: what came by a link was not made by the
 * simulated browser, whatever it says.
 */
export function withCleanPages(remembered: Remembered): Remembered {
  return Object.fromEntries(
    Object.entries(remembered).map(([name, entries]) => {
      const clean = cleanerOf(name);
      return [name, clean ? entries.map(([key, value]) => [key, clean(value)] as const) : entries];
    }),
  );
}

/** The schema has seen what stands under each name. */
function cleanerOf(name: string): ((value: unknown) => unknown) | undefined {
  if (/^browser\/[\w-]+\/tabs$/.test(name)) return (tab) => cleanTab(tab as Tab);
  if (name === 'browser/state') return (state) => cleanState(state as BrowserState);
  return undefined;
}

function cleanState(state: BrowserState): BrowserState {
  const { left } = state;
  return left ? { ...state, left: { ...left, tabs: left.tabs.map(cleanTab) } } : state;
}

function cleanTab(tab: Tab): Tab {
  return tab.page === null ? tab : { ...tab, page: cleanPage(tab.page) };
}

function cleanPage(page: Page): Page {
  // Pages of an older version have no frames.
  const frames = (page.frames as Page['frames'] | undefined) ?? [];
  return {
    ...page,
    body: cleanNodes(page.body, { url: page.url, frames: frames.length }),
    pictures: Object.fromEntries(
      Object.entries(page.pictures).filter(([, data]) => /^data:image\/[\w.+-]+[;,]/.test(data)),
    ),
    frames: frames.map((frame) =>
      frame.page === null ? frame : { ...frame, page: cleanPage(frame.page) },
    ),
  };
}
