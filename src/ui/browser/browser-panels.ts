/** The panels below the browser's window, in their order. */
export const browserPanels = ['cookies', 'rejected', 'console'] as const;

export type BrowserPanel = (typeof browserPanels)[number];
