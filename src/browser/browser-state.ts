import type { LeftSession } from './left-session.ts';

/** What there is of a browser besides its cookies and its tabs. */
export interface BrowserState {
  readonly open: boolean;
  readonly activeTabId: string | null;
  /** Of a closed browser that will take its session up again. */
  readonly left?: LeftSession;
}

/** A browser that nobody has opened yet. */
export const closedBrowser: BrowserState = { open: false, activeTabId: null };
