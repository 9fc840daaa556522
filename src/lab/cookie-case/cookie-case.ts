import type { CredentialsMode } from '../../browser/planned-request.ts';
import type { ThirdPartyCookies } from '../../cookies/partitioned.ts';
import type { Fields } from '../../http/message.ts';

/** What makes a browser ask: the address bar, something in the page that the user does, or the page itself. */
export const waysOfAsking = [
  'address',
  'link',
  'get-form',
  'post-form',
  'fetch',
  'image',
  'frame',
] as const;

export type WayOfAsking = (typeof waysOfAsking)[number];

/** One request of a case. */
export interface Asking {
  /** Absolute. */
  readonly url: string;
  readonly by: WayOfAsking;
  /** Of `fetch`; nothing else has a choice. */
  readonly credentials: CredentialsMode;
}

/**
 * Somebody's trouble with cookies: a response that set them, and a request, some time later, that ought to carry
 * them. Both from one page, unless the address bar asks.
 */
export interface CookieCase {
  /** `Set-Cookie` field values, in order. */
  readonly setCookies: readonly string[];
  readonly pageUrl: string;
  /** The page that holds that page in a frame; `null` for one that fills the tab. */
  readonly embedderUrl: string | null;
  /** Whose response set the cookies. */
  readonly setting: Asking;
  readonly request: Asking;
  readonly thirdPartyCookies: ThirdPartyCookies;
  /** When the cookies were set, in milliseconds since the epoch. */
  readonly now: number;
  /** From the one request to the other. */
  readonly secondsBetween: number;
  /** CORS fields of the servers' answers; `null`: as generous as they can be. */
  readonly cors: Fields | null;
}
