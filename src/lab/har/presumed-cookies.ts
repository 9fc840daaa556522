import type { CookiePair } from '../../cookies/cookie-string.ts';
import type { Cookie } from '../../cookies/cookie.ts';

/** What a request carries and no answer of the recording has set: cookies that were there before. */
export class PresumedCookies {
  readonly #cookies = new Map<string, Cookie>();

  /** The cookie of that name at that host; or of that name and value at another host of the site, which may have sent it first. */
  find(site: string, hostname: string, [name, value]: CookiePair): Cookie | undefined {
    const here = this.#cookies.get(keyOf(site, hostname, name));
    if (here !== undefined) return here;
    return this.#ofSite(site).find(
      ([, cookie]) => cookie.name === name && cookie.value === value,
    )?.[1];
  }

  /** Notes the cookie, and returns it with the key under which it stands. */
  presume(site: string, hostname: string, pair: CookiePair, now: number) {
    const [name] = pair;
    const key = keyOf(site, hostname, name);
    const cookie = presumedCookie(pair, hostname, now);
    this.#cookies.set(key, cookie);
    return { key, cookie };
  }

  /** Forgets those of the site that are wanted, and says which they were. */
  forget(
    site: string,
    wanted: (cookie: Cookie) => boolean,
  ): readonly (readonly [key: string, cookie: Cookie])[] {
    const forgotten = this.#ofSite(site).filter(([, cookie]) => wanted(cookie));
    for (const [key] of forgotten) this.#cookies.delete(key);
    return forgotten;
  }

  #ofSite(site: string): readonly (readonly [key: string, cookie: Cookie])[] {
    return [...this.#cookies].filter(([key]) => key.startsWith(`${site} `));
  }
}

function keyOf(site: string, hostname: string, name: string): string {
  return `${site} ${hostname} ${name}`;
}

/** What little is known of it: its name, its value, and one host that gets it. */
function presumedCookie([name, value]: CookiePair, domain: string, now: number): Cookie {
  return {
    name,
    value,
    domain,
    path: '/',
    expiryTime: null,
    creationTime: now,
    creationNumber: 0,
    lastAccessTime: now,
    persistent: false,
    hostOnly: true,
    secureOnly: false,
    httpOnly: false,
    sameSite: 'unspecified',
    partitionKey: null,
  };
}
