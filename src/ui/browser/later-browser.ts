import { Later } from '../parts/later.svelte.ts';

/** What the browser's column shows besides its window, and what opens in it. */
export const laterBrowser = {
  panels: new Later(() => import('./BrowserPanels.svelte')),
  settings: new Later(() => import('./BrowserSettings.svelte')),
  siteInformation: new Later(() => import('./SiteInformation.svelte')),
};
