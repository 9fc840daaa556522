/**
 * How near a request is to the site whose cookies it would carry, as Chromium computes it from the
 * initiator, the redirect chain, the method and the kind of request (6265bis §5.2).
 *
 * - `strict`: same-site in every respect.
 * - `lax`: cross-site, but a top-level navigation with a safe method.
 * - `lax-method-unsafe`: a cross-site top-level navigation with an unsafe method (the two-minute exception).
 * - `cross-site`: anything else.
 */
export type SameSiteContext = 'strict' | 'lax' | 'lax-method-unsafe' | 'cross-site';

/** All that the jar needs to know of a request, or of a script, that reads or writes cookies. */
export interface CookieAccess {
  /** Target URI of the request, or URL of the document whose script asks. */
  readonly url: string;
  readonly api: 'http' | 'script';
  readonly sameSiteContext: SameSiteContext;
  /** Site of the top-level document, e.g. `https://news.example`; `null` where there is none. */
  readonly topLevelSite: string | null;
  /** Whether a document of another site than the top's lies between the two; absent means no. */
  readonly hasCrossSiteAncestor?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
