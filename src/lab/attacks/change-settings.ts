import type { ProtectionSettings } from '../../server/shop/protection/settings.ts';
import type { CookieAttributes, ShopSettings } from '../../server/shop/settings.ts';
import type { SettingsChange } from './attack.ts';

/** Settings of the shop itself. */
export function shopWith(change: Partial<ShopSettings>): SettingsChange {
  return (settings) => ({ ...settings, ...change });
}

/** Attributes of the cookie by which it remembers. */
export function cookieWith(change: Partial<CookieAttributes>): SettingsChange {
  return (settings) => ({ ...settings, cookie: { ...settings.cookie, ...change } });
}

export function protectionWith(change: Partial<ProtectionSettings>): SettingsChange {
  return (settings) => ({ ...settings, protection: { ...settings.protection, ...change } });
}

/** One after the other. */
export function all(...changes: readonly SettingsChange[]): SettingsChange {
  return (settings) => changes.reduce((changed, change) => change(changed), settings);
}
