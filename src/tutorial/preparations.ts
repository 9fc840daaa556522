import type { Cookie } from '../cookies/cookie.ts';
import type { Lab } from '../lab/lab.svelte.ts';
import { usualProtection, type ProtectionSettings } from '../server/shop/protection/settings.ts';
import {
  identifierOf,
  isSessionCookie,
  namingOf,
  sessionCookieNames,
} from '../server/shop/names/naming.ts';
import { labPasswordOf } from '../server/shop/lab-passwords.ts';
import {
  defaultShopSettings,
  type CookieAttributes,
  type ShopSettings,
} from '../server/shop/settings.ts';

export const shop = 'https://shop.example';

export interface SettingsWanted extends Partial<Omit<ShopSettings, 'cookie' | 'protection'>> {
  readonly cookie?: Partial<CookieAttributes>;
  readonly protection?: Partial<ProtectionSettings>;
}

/** The shop's settings as on the first day, but for what is named. */
export function settingsWith({ cookie, protection, ...others }: SettingsWanted): ShopSettings {
  return {
    ...defaultShopSettings,
    ...others,
    cookie: { ...defaultShopSettings.cookie, ...cookie },
    protection: { ...usualProtection, ...protection },
  };
}

/** Sets the shop, and opens its first page. */
export async function openShop(lab: Lab, wanted: SettingsWanted): Promise<void> {
  lab.changeSettings(settingsWith(wanted));
  await lab.visit(`${shop}/`);
}

export async function addBread(lab: Lab): Promise<void> {
  await lab.submitForm({
    action: `${shop}/cart`,
    method: 'post',
    entries: [['product', 'salt-bread']],
  });
}

export async function signIn(lab: Lab, username: 'alice' | 'bob' = 'alice'): Promise<void> {
  await lab.visit(`${shop}/login`);
  await lab.submitForm({
    action: `${shop}/login`,
    method: 'post',
    entries: Object.entries(credentials(username)),
  });
}

export function credentials(username: 'alice' | 'bob'): {
  readonly username: string;
  readonly password: string;
} {
  return { username, password: labPasswordOf(username) };
}

/** Whether the shop is set exactly so. */
export function isSet(lab: Lab, wanted: SettingsWanted): boolean {
  return isSame(settingsWith(wanted), lab.settings);
}

/** Records compare by what they hold: the lab may keep copies of them. */
function isSame<Part extends object>(part: Part, whole: Part): boolean {
  return (Object.keys(part) as (keyof Part)[]).every((key) => {
    const [one, other] = [part[key], whole[key]];
    return isRecord(one) && isRecord(other) ? isSame(one, other) : one === other;
  });
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Alice's browser is on the stage, and shows a page of the shop. */
export function isAtShop(lab: Lab): boolean {
  const url = lab.browser.activeTab?.page?.url ?? '';
  return lab.browserId === alice && URL.canParse(url) && new URL(url).origin === shop;
}

export const alice = 'alice-laptop';
export const mallory = 'mallory-laptop';

/** The shop's cookies in a browser's jar. */
export function shopCookies(lab: Lab, browserId: string = alice): readonly Cookie[] {
  return (lab.browsers.get(browserId)?.jar.all() ?? []).filter(
    ({ domain }) => domain === 'shop.example',
  );
}

export function shopCookie(lab: Lab, name: string, browserId: string = alice): Cookie | undefined {
  return shopCookies(lab, browserId).find((cookie) => cookie.name === name);
}

/** The cookie of the shop's session, whatever it is called. */
export function keyCookie(lab: Lab, browserId: string = alice): Cookie | undefined {
  return shopCookies(lab, browserId).find(({ name }) => isSessionCookie(name));
}

/** Which row of the session table a browser's cookie is the key to. */
export function keyOf(lab: Lab, browserId: string = alice): string | undefined {
  const cookie = keyCookie(lab, browserId);
  return cookie && identifierOf(cookie.value);
}

/** Puts a session's cookie with this value into the jar of the browser on the stage, as one does by hand. */
export function addKey(lab: Lab, value: string): void {
  lab.addCookie(sessionCookieNames[namingOf(lab.settings)], value);
}

/** Alice's browser holds the key to a living session of hers, and nobody else holds any key. */
export function isSignedIn(lab: Lab): boolean {
  const key = keyOf(lab);
  const row = lab.sessions.find(({ id }) => id === key);
  const living = row?.userId === 'alice' && lab.clock.now < row.idleExpiresAt;
  return living && shopCookies(lab, mallory).length === 0;
}
