/**
 * Stands in for `tough-cookie`, the cookie jar of MSW. The lab never lets MSW keep a cookie: a jar of its own,
 * with the public suffix list in it, would weigh more than MSW and never be asked.
 */
export const Cookie = {
  /** What another page of the same origin may have left behind is not taken up. */
  fromJSON: () => null,
};

export class MemoryCookieStore {
  idx: Readonly<Record<string, never>> = {};
}

export class CookieJar {
  getCookiesSync(): readonly never[] {
    return [];
  }

  setCookie(): Promise<void> {
    return Promise.resolve();
  }
}
