import type { ThirdPartyCookies } from '../cookies/partitioned.ts';

/** What a browser opens with: its home page, or everything that was open when it was closed. */
export type OnStartup = 'home-page' | 'last-session';

/** What a user may choose in the settings of a browser. */
export interface BrowserSettings {
  readonly thirdPartyCookies: ThirdPartyCookies;
  readonly onStartup: OnStartup;
}

/** As Chromium has it: cookies of third parties are allowed, but not in a private window. */
export function defaultBrowserSettings(isPrivate: boolean): BrowserSettings {
  return { thirdPartyCookies: isPrivate ? 'blocked' : 'allowed', onStartup: 'home-page' };
}
