/** What there is of a browser besides its cookies and its tabs. */
export interface BrowserState {
  readonly open: boolean;
  readonly activeTabId: string | null;
}

/** A browser that nobody has opened yet. */
export const closedBrowser: BrowserState = { open: false, activeTabId: null };
