/** The panels below the browser's window, in their order. */
export const browserPanels = ['cookies', 'rejected', 'storage', 'console'] as const;

export type BrowserPanel = (typeof browserPanels)[number];
