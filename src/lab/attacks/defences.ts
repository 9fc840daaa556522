import { careful } from '../../server/shop/settings.ts';
import type { Defence } from './attack.ts';
import { all, cookieWith, protectionWith, shopWith } from './change-settings.ts';

/** Every defence that the shop can put up, each alone. */
export const defences: readonly Defence[] = [
  { id: 'output-escaping', apply: protectionWith({ escapeReviews: true }) },
  { id: 'content-security-policy', apply: protectionWith({ contentSecurityPolicy: true }) },
  {
    id: 'http-only',
    apply: all(cookieWith({ httpOnly: true }), shopWith({ refreshTokenIn: 'cookie' })),
  },
  { id: 'secure', apply: cookieWith({ secure: true }) },
  { id: 'hsts', apply: protectionWith({ redirectToTls: true, strictTransportSecurity: true }) },
  { id: 'same-site-lax', apply: cookieWith({ sameSite: 'lax' }) },
  { id: 'same-site-strict', apply: cookieWith({ sameSite: 'strict' }) },
  { id: 'csrf-synchroniser', apply: protectionWith({ formToken: 'synchroniser' }) },
  { id: 'csrf-double-submit', apply: protectionWith({ formToken: 'double-submit' }) },
  { id: 'csrf-signed-double-submit', apply: protectionWith({ formToken: 'signed-double-submit' }) },
  { id: 'origin-check', apply: protectionWith({ checkOrigin: true }) },
  { id: 'fetch-site-check', apply: protectionWith({ checkFetchSite: true }) },
  { id: 'safe-methods', apply: protectionWith({ changeByGet: false }) },
  { id: 'regenerate-at-sign-in', apply: shopWith({ regenerateAtSignIn: true }) },
  {
    id: 'own-identifiers-only',
    apply: protectionWith({ takeSessionIdFromAddress: false, adoptUnknownSessionIds: false }),
  },
  {
    // The prefix promises these three; without them browsers refuse the cookie.
    id: 'host-prefix',
    apply: all(
      protectionWith({ hostPrefix: true }),
      cookieWith({ secure: true, path: '/', domain: null }),
    ),
  },
  { id: 'longer-identifiers', apply: shopWith({ sessionIdBits: 128 }) },
  { id: 'bound-to-address', apply: protectionWith({ bindSessionTo: 'address' }) },
  { id: 'bound-to-user-agent', apply: protectionWith({ bindSessionTo: 'user-agent' }) },
  { id: 'password-again', apply: protectionWith({ askPasswordForOrders: true }) },
  {
    id: 'short-lives',
    apply: shopWith({
      idleTimeoutSeconds: 5 * 60,
      tokenLifetimeSeconds: 5 * 60,
      accessTokenLifetimeSeconds: 60,
      refreshLifetimeSeconds: 5 * 60,
    }),
  },
  { id: 'end-on-server', apply: protectionWith({ endSessionAtSignOut: true }) },
  { id: 'deny-list', apply: shopWith({ accessTokenRevocation: 'deny-list' }) },
  {
    id: 'refresh-rotation',
    apply: shopWith({
      rotateRefreshTokens: true,
      detectRefreshReuse: true,
      refreshGraceSeconds: 0,
    }),
  },
  { id: 'careful-verifier', apply: shopWith({ careless: careful }) },
];
