/** What `cookieStore.get` gives (Cookie Store API §2.1): no more than name and value, as specified. */
export interface CookieStoreItem {
  readonly name: string;
  readonly value: string;
}

/** What `cookieStore.set` takes (Cookie Store API §3.3). */
export interface CookieStoreSetting {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot; `null`: host-only. */
  readonly domain?: string | null;
  readonly path?: string;
  /** Milliseconds since the epoch; `null`: a session cookie. */
  readonly expires?: number | null;
  /** `strict` where it is not said. */
  readonly sameSite?: 'strict' | 'lax' | 'none';
  readonly partitioned?: boolean;
}

/** What `cookieStore.delete` takes (Cookie Store API §3.4). */
export interface CookieStoreDeletion {
  readonly name: string;
  readonly domain?: string | null;
  readonly path?: string;
  readonly partitioned?: boolean;
}
