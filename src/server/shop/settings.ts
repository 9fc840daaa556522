/** How the shop remembers its customer (the design's "ways to remember"). */
export type WayToRemember = 'nothing' | 'plain-cookie' | 'session' | 'jwt-cookie';

/** Attributes that the shop puts on the cookie by which it remembers. */
export interface CookieAttributes {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  /** `null`: a session cookie. */
  readonly maxAgeSeconds: number | null;
  readonly path: string;
  /** `null`: host-only. */
  readonly domain: string | null;
}

export interface ShopSettings {
  readonly remember: WayToRemember;
  readonly cookie: CookieAttributes;
  /** Plain cookies carry an HMAC, and are refused without a valid one. */
  readonly signPlainCookie: boolean;
  readonly idleTimeoutSeconds: number;
  readonly absoluteTimeoutSeconds: number;
  /** Life of a JWT, from `iat` to `exp`. */
  readonly tokenLifetimeSeconds: number;
  /** A new session identifier at sign-in (OWASP-SM, against fixation). */
  readonly regenerateAtSignIn: boolean;
}

export const defaultShopSettings: ShopSettings = {
  remember: 'session',
  cookie: {
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    maxAgeSeconds: null,
    path: '/',
    domain: null,
  },
  signPlainCookie: false,
  idleTimeoutSeconds: 30 * 60,
  absoluteTimeoutSeconds: 8 * 60 * 60,
  tokenLifetimeSeconds: 15 * 60,
  regenerateAtSignIn: true,
};
