import type { Lab } from '../../../lab/lab.svelte.ts';
import { homeUrl } from '../../../lab/world.svelte.ts';
import { isAtShop, isSet, openShop, shopCookies } from '../../preparations.ts';

/** The shop as it is before anybody tries to remember anything: its first page open, no cookie anywhere. */
export function isShopOpen(lab: Lab): boolean {
  return (
    isAtShop(lab) &&
    lab.browser.activeTab?.page?.url === homeUrl &&
    isSet(lab, { remember: 'nothing' }) &&
    shopCookies(lab).length === 0
  );
}

export function openPlainShop(lab: Lab): Promise<void> {
  return openShop(lab, { remember: 'nothing' });
}
