import type { Cookie } from '../../cookies/cookie.ts';
import type { Lab } from '../../lab/lab.svelte.ts';
import {
  identifierOf,
  isSessionCookie,
  namingOf,
  sessionCookieNames,
} from '../../server/shop/names/naming.ts';

/** The lab's values that prose names (`:value[sid]`), as far as they exist now. */
export function liveValues(lab: Lab): Readonly<Record<string, string>> {
  const cookies = lab.browser.jar.all();
  const valueOf = (name: string) => cookies.findLast((cookie) => cookie.name === name)?.value;
  return withoutMissing({
    sid: keyIn(cookies) ?? lab.sessions.at(-1)?.id,
    'session-cookie': sessionCookieNames[namingOf(lab.settings)],
    token: valueOf('token'),
    'user-cookie': valueOf('user'),
    'cart-cookie': valueOf('cart'),
  });
}

function keyIn(cookies: readonly Cookie[]): string | undefined {
  const key = cookies.findLast(({ name }) => isSessionCookie(name));
  return key && identifierOf(key.value);
}

function withoutMissing(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
