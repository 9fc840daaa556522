import type { StorageArea } from '../browser/storage.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { Lab } from './lab.svelte.ts';
import { homeUrl } from './world.svelte.ts';

/** All by which somebody is known: their cookies, what is stored for the shop, and the address at which they stand. */
export interface KeptKey {
  readonly cookies: readonly Cookie[];
  readonly stored: readonly StorageArea[];
  readonly address: string;
}

const account = new URL('/account', homeUrl).href;

/** A copy of the key of whoever sits at the browser on the stage. */
export function copyKey({ browser }: Lab): KeptKey {
  return {
    cookies: browser.jar.all(),
    stored: browser.storage.all(),
    address: browser.activeTab?.page?.url ?? account,
  };
}

/** Puts it into the browser on the stage, in place of whatever key that has. */
export function putKey(lab: Lab, { cookies, stored }: KeptKey): void {
  const { browser } = lab;
  for (const cookie of browser.jar.all()) lab.deleteCookie(cookie);
  for (const cookie of cookies) lab.putCookie(cookie);
  for (const { entries, ...area } of browser.storage.all())
    for (const [name] of entries) lab.editStorage(area, name, null);
  for (const { entries, ...area } of stored) {
    const tabId = area.tabId === null ? null : browser.activeTabId;
    for (const [name, value] of entries) lab.editStorage({ ...area, tabId }, name, value);
  }
}
