/** What `cookieStore.get` gives, as Chromium does (Cookie Store API, "CookieListItem"). */
export interface CookieStoreItem {
  readonly name: string;
  readonly value: string;
  /** `null`: host-only. */
  readonly domain: string | null;
  readonly path: string;
  /** Milliseconds since the epoch; `null`: a session cookie. */
  readonly expires: number | null;
  readonly secure: boolean;
  /** One that says nothing is shown as the `lax` that it is treated as. */
  readonly sameSite: 'strict' | 'lax' | 'none';
  readonly partitioned: boolean;
}

/** What `cookieStore.set` takes (Cookie Store API, "CookieInit"). */
export interface CookieStoreSetting {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot; `null`: host-only. */
  readonly domain?: string | null;
  /** `/` where it is not said. */
  readonly path?: string;
  /** Milliseconds since the epoch; `null`: a session cookie. */
  readonly expires?: number | null;
  /** Seconds; not together with `expires`. */
  readonly maxAge?: number | null;
  /** `strict` where it is not said. */
  readonly sameSite?: 'strict' | 'lax' | 'none';
  readonly partitioned?: boolean;
}

/** What `cookieStore.delete` takes (Cookie Store API, "CookieStoreDeleteOptions"). */
export interface CookieStoreDeletion {
  readonly name: string;
  readonly domain?: string | null;
  readonly path?: string;
  readonly partitioned?: boolean;
}
