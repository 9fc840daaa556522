import type { Algorithm } from '../../jwt/algorithm.ts';
import { defaultInstanceSettings, type InstanceSettings } from '../instances/settings.ts';
import type { Naming } from './names/naming.ts';
import { usualProtection, type ProtectionSettings } from './protection/settings.ts';

/** How the shop remembers its customer (the design's "ways to remember"). */
export type WayToRemember =
  | 'nothing'
  | 'by-address'
  | 'url-ticket'
  | 'plain-cookie'
  | 'session'
  | 'jwt-cookie'
  | 'access-refresh';

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

/** With what the shop's tokens are signed (RFC 7518 §3.1, RFC 9864); `EdDSA` is the older name of `Ed25519`. */
export type TokenAlgorithm = Exclude<Algorithm, 'EdDSA'>;

/** How a token that gives access is taken back before its time; each way has its price. */
export type AccessTokenRevocation = 'none' | 'deny-list' | 'token-version';

/** Checks that a verifier must make and this one leaves out, each for a lesson. */
export interface CarelessSettings {
  /** Takes a token that says it is not signed (RFC 8725 §3.2). */
  readonly acceptNone: boolean;
  /** The token's header chooses the algorithm, whatever its key is for (RFC 8725 §3.1). */
  readonly trustHeaderAlgorithm: boolean;
  readonly skipExpiry: boolean;
  readonly skipAudience: boolean;
  /** HMAC with a word that is guessed in seconds (RFC 8725 §3.5). */
  readonly weakSecret: boolean;
}

export const careful: CarelessSettings = {
  acceptNone: false,
  trustHeaderAlgorithm: false,
  skipExpiry: false,
  skipAudience: false,
  weakSecret: false,
};

export interface TokenSettings {
  /** Of the JWT in a cookie: the shop alone reads it, so one shared secret will do. */
  readonly cookieTokenAlgorithm: TokenAlgorithm;
  readonly accessTokenAlgorithm: TokenAlgorithm;
  /** Life of an access token, from `iat` to `exp`. */
  readonly accessTokenLifetimeSeconds: number;
  /**
   * Where the page's script keeps the access token. In memory it is gone with each page: every navigation costs
   * a refresh, and one that is broken off loses the new refresh token. Session storage ends with the tab.
   */
  readonly accessTokenIn: 'memory' | 'session-storage' | 'local-storage';
  /** An HttpOnly cookie for `/refresh` alone, or the script's own hands and localStorage. */
  readonly refreshTokenIn: 'cookie' | 'local-storage';
  /** Each use of a refresh token replaces it (RFC 9700 §4.14.2). */
  readonly rotateRefreshTokens: boolean;
  /** A replaced refresh token that comes again revokes its whole family. */
  readonly detectRefreshReuse: boolean;
  /** For so long after it was replaced, a refresh token that comes again is no alarm. 0: strict. */
  readonly refreshGraceSeconds: number;
  /** From sign-in to the end of the family, however often it is refreshed. */
  readonly refreshLifetimeSeconds: number;
  readonly accessTokenRevocation: AccessTokenRevocation;
  /** How many permissions a JWT in a cookie lists of whoever is signed in, so that nobody has to look them up. */
  readonly claimedPermissions: number;
  readonly careless: CarelessSettings;
}

/** The shop's own software: the one of the first day, or the rewritten one. */
export type ShopRelease = 1 | 2;

export interface ShopSettings extends TokenSettings {
  readonly release: ShopRelease;
  readonly remember: WayToRemember;
  /** As whose the session cookie and the way through sign-in look. */
  readonly names: Naming;
  readonly cookie: CookieAttributes;
  /** Plain cookies carry an HMAC, and are refused without a valid one. */
  readonly signPlainCookie: boolean;
  readonly idleTimeoutSeconds: number;
  readonly absoluteTimeoutSeconds: number;
  /** Life of a JWT in a cookie, from `iat` to `exp`. */
  readonly tokenLifetimeSeconds: number;
  /** A new session identifier at sign-in (OWASP-SM, against fixation). */
  readonly regenerateAtSignIn: boolean;
  /** Random bits of a session identifier, a multiple of 8; less than 128 is there to be guessed (ASVS 7.2.3). */
  readonly sessionIdBits: number;
  readonly instances: InstanceSettings;
  readonly protection: ProtectionSettings;
}

export const defaultShopSettings: ShopSettings = {
  release: 1,
  remember: 'session',
  names: 'plain',
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
  sessionIdBits: 128,
  instances: defaultInstanceSettings,
  cookieTokenAlgorithm: 'HS256',
  accessTokenAlgorithm: 'ES256',
  accessTokenLifetimeSeconds: 5 * 60,
  accessTokenIn: 'session-storage',
  refreshTokenIn: 'cookie',
  rotateRefreshTokens: true,
  detectRefreshReuse: true,
  refreshGraceSeconds: 0,
  refreshLifetimeSeconds: 24 * 60 * 60,
  accessTokenRevocation: 'none',
  claimedPermissions: 0,
  careless: careful,
  protection: usualProtection,
};

/** Settings of whatever age, with today's defaults for what they do not know yet. */
export function completeSettings(kept: Partial<ShopSettings> | undefined): ShopSettings {
  const protection = { ...usualProtection, ...kept?.protection };
  return { ...defaultShopSettings, ...kept, protection };
}

/** Whether the way in use knows its visitor by tokens. */
export function usesTokens({ remember }: Pick<ShopSettings, 'remember'>): boolean {
  return remember === 'jwt-cookie' || remember === 'access-refresh';
}

/** Whether any check is left out. */
export function isCareless({ careless }: Pick<TokenSettings, 'careless'>): boolean {
  return Object.values(careless).some(Boolean);
}

/** What the tokens of the way in use are signed with; where it has none, those of the API. */
export function tokenAlgorithm(settings: ShopSettings): TokenAlgorithm {
  return settings.remember === 'jwt-cookie'
    ? settings.cookieTokenAlgorithm
    : settings.accessTokenAlgorithm;
}
