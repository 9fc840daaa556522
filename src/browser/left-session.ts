import type { Tab } from './tab.ts';

/** What a browser keeps of its open tabs while it is closed, to take its last session up again. */
export interface LeftSession {
  /** Without their pages, which are asked for anew. */
  readonly tabs: readonly Tab[];
  readonly activeTabId: string | null;
}

export function leaveSession(tabs: readonly Tab[], activeTabId: string | null): LeftSession {
  return {
    tabs: tabs.map((tab) => ({ ...tab, page: null, loading: null, problem: null })),
    activeTabId,
  };
}
