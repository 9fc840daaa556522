import type { ShopSettings } from '../settings.ts';

/** As whose the session cookie and the way through sign-in look. */
export const namings = ['plain', 'express', 'spring'] as const;

export type Naming = (typeof namings)[number];

/** What each calls its session cookie unless told otherwise. */
export const sessionCookieNames: Readonly<Record<Naming, string>> = {
  plain: 'sid',
  /** express-session 1.19, option `name`. */
  express: 'connect.sid',
  /** Jakarta Servlet 6.1 §7.1.1, as Tomcat does it. */
  spring: 'JSESSIONID',
};

const prefix = '__Host-';

/** Whether a cookie of this name is a session's, by whatever framework, and whoever alone may set it. */
export function isSessionCookie(name: string): boolean {
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return namings.some((naming) => sessionCookieNames[naming] === bare);
}

/** The identifier in a cookie's value, signed (`s%3A…`) or not; nothing is verified. */
export function identifierOf(value: string): string {
  return /^s%3A(.*)\.[^.]*$/.exec(value)?.[1] ?? value;
}

/** As whose the shop looks now: without a session in a cookie there is nothing to be named. */
export function namingOf({ names, remember }: Pick<ShopSettings, 'names' | 'remember'>): Naming {
  return remember === 'session' ? names : 'plain';
}

/** The status of a redirect: `sendRedirect` and `res.redirect` say 302, whatever was asked. */
export function redirectStatus(settings: Pick<ShopSettings, 'names' | 'remember'>): 302 | 303 {
  return namingOf(settings) === 'plain' ? 303 : 302;
}
