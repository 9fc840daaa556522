import { cookieKey } from '../../cookies/cookie-key.ts';
import { CookieJar } from '../../cookies/cookie-jar.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { Retrieval } from '../../cookies/decision.ts';
import { sameSiteContextOf } from '../../cookies/same-site-context.ts';
import { siteOf } from '../../http/origin.ts';

export interface ReloadedPage {
  readonly url: string;
  /** Who led to the page; a reload asks in that name. */
  readonly initiator: string | null;
}

/** Which cookies a reload of the page would send if the jar held `changed` in place of `stored`. */
export function reloadWouldSend(
  page: ReloadedPage,
  jar: readonly Cookie[],
  { stored, changed }: { stored: Cookie; changed: Cookie },
  now: number,
): Retrieval {
  const others = jar.filter((cookie) => cookieKey(cookie) !== cookieKey(stored));
  const cookies = new Map([...others, changed].map((cookie) => [cookieKey(cookie), cookie]));
  const { url, initiator } = page;
  return new CookieJar(cookies).retrieve({
    url,
    api: 'http',
    sameSiteContext: sameSiteContextOf({
      url,
      redirectChain: [],
      initiator,
      method: 'GET',
      kind: 'navigation',
      topLevelUrl: null,
      userTyped: initiator === null,
    }),
    topLevelSite: siteOf(url),
    now,
  });
}
