import type { Lab } from '../../../lab/lab.svelte.ts';
import { homeUrl } from '../../../lab/world.svelte.ts';
import {
  DEFAULT_CONNECTION_SETTINGS,
  type ConnectionSettings,
} from '../../../wire/connections/settings.ts';
import { isAtShop, isSet, openShop, shopCookies } from '../../preparations.ts';

type Wanted = Partial<ConnectionSettings>;

/** The connections behave as on the first day, but for what is named. */
export function isWired(lab: Lab, wanted: Wanted): boolean {
  const now = lab.connectionSettings;
  const all = Object.entries({ ...DEFAULT_CONNECTION_SETTINGS, ...wanted });
  return all.every(([name, value]) => now[name as keyof ConnectionSettings] === value);
}

/** A shop that remembers nobody, its first page open, over connections as wanted. */
export function isShopWired(lab: Lab, wanted: Wanted): boolean {
  return (
    isWired(lab, wanted) &&
    isAtShop(lab) &&
    lab.browser.activeTab?.page?.url === homeUrl &&
    isSet(lab, { remember: 'nothing' }) &&
    shopCookies(lab).length === 0
  );
}

export async function openWiredShop(lab: Lab, wanted: Wanted): Promise<void> {
  lab.changeConnections({ ...DEFAULT_CONNECTION_SETTINGS, ...wanted });
  await openShop(lab, { remember: 'nothing' });
}
