/** What forms of the shop carry so that nobody else's page can send them (OWASP, CSRF Prevention Cheat Sheet). */
export type FormTokenPattern =
  | 'none'
  /** Kept in the row of the session. */
  | 'synchroniser'
  /** In a cookie and in the form: whoever can set the cookie can make both agree. */
  | 'double-submit'
  /** The same, with an HMAC that binds it to the session. */
  | 'signed-double-submit';

/** What a session may be tied to besides its identifier. */
export type SessionBinding = 'none' | 'address' | 'user-agent';

/** Holes that the shop can be given, and defences that it can be given against them. */
export interface ProtectionSettings {
  /** Markup in reviews is shown as the text that it is (OWASP, Cross Site Scripting Prevention). */
  readonly escapeReviews: boolean;
  /** Pages say what may run in them and whom they may ask (CSP Level 3). */
  readonly contentSecurityPolicy: boolean;
  readonly formToken: FormTokenPattern;
  /** What changes something must come from a page of the shop, as `Origin` tells, or else `Referer`. */
  readonly checkOrigin: boolean;
  /** Only the shop's own pages, and links that lead to one, as `Sec-Fetch-Site` tells. */
  readonly checkFetchSite: boolean;
  /** Requests without TLS are sent to the same address with it (RFC 6797 §7.2). */
  readonly redirectToTls: boolean;
  /** Tells browsers to come by TLS only from now on (RFC 6797 §6.1). */
  readonly strictTransportSecurity: boolean;
  /** Cookies are named so that only this very host can set them (6265bis §4.1.3.2). */
  readonly hostPrefix: boolean;
  /** An order needs the password again. */
  readonly askPasswordForOrders: boolean;
  readonly bindSessionTo: SessionBinding;
  /** Signing out deletes the row, not the cookie alone. */
  readonly endSessionAtSignOut: boolean;
  /** A hole: `?sid=` in an address is as good as the cookie. */
  readonly takeSessionIdFromAddress: boolean;
  /** A hole: an identifier that the shop has not made begins a session all the same. */
  readonly adoptUnknownSessionIds: boolean;
  /** A hole: a link or a picture can put into the cart, order and sign out. */
  readonly changeByGet: boolean;
}

/** As the shop is from the first day: no hole is open, and no defence is up that the lessons before do without. */
export const usualProtection: ProtectionSettings = {
  escapeReviews: true,
  contentSecurityPolicy: false,
  formToken: 'none',
  checkOrigin: false,
  checkFetchSite: false,
  redirectToTls: false,
  strictTransportSecurity: false,
  hostPrefix: false,
  askPasswordForOrders: false,
  bindSessionTo: 'none',
  endSessionAtSignOut: true,
  takeSessionIdFromAddress: false,
  adoptUnknownSessionIds: false,
  changeByGet: false,
};

/** Settings that differ from the usual ones. */
export function changedProtection(
  settings: ProtectionSettings,
): readonly (keyof ProtectionSettings)[] {
  return (Object.keys(usualProtection) as (keyof ProtectionSettings)[]).filter(
    (name) => settings[name] !== usualProtection[name],
  );
}
