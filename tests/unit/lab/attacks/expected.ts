import type { AttackId, DefenceId } from '../../../../src/lab/attacks/attack.ts';

const formTokens = [
  'csrf-synchroniser',
  'csrf-double-submit',
  'csrf-signed-double-submit',
] as const;
const sources = ['origin-check', 'fetch-site-check'] as const;
const sameSite = ['same-site-lax', 'same-site-strict'] as const;

/**
 * What stops what, and by what decision, as the field knows it: written down, not measured. Whatever is not named does
 * not stop the attack.
 */
export const expected: Readonly<Record<AttackId, Partial<Record<DefenceId, string>>>> = {
  'xss-cookie': {
    'output-escaping': 'reviews-escaped',
    'content-security-policy': 'blocked-by-policy',
    'http-only': 'http-only',
    'bound-to-address': 'session-tie-broken',
  },
  'xss-tokens': {
    'output-escaping': 'reviews-escaped',
    'content-security-policy': 'blocked-by-policy',
  },
  'xss-order': {
    'output-escaping': 'reviews-escaped',
    'content-security-policy': 'blocked-by-policy',
    'password-again': 'password-asked-again',
  },
  // Both are in the café: an address tells them apart no more than it tells Alice from the next guest.
  sniffing: {
    secure: 'secure',
    hsts: 'request-upgraded',
    'host-prefix': 'secure',
  },
  'fixation-by-link': {
    'regenerate-at-sign-in': 'session-id-dropped',
    'own-identifiers-only': 'session-id-in-address-ignored',
    'bound-to-address': 'session-tie-broken',
  },
  'fixation-by-sibling': {
    'regenerate-at-sign-in': 'session-id-dropped',
    'host-prefix': 'host-prefix',
    'bound-to-address': 'session-tie-broken',
  },
  'csrf-form': {
    ...each(sameSite, (id) => id),
    ...each(formTokens, () => 'form-token-missing'),
    'origin-check': 'request-origin-refused',
    'fetch-site-check': 'fetch-site-refused',
    'password-again': 'password-asked-again',
  },
  // A GET carries no token and no Origin: only who asks what the request is for can tell.
  'csrf-picture': {
    ...each(sameSite, (id) => id),
    'fetch-site-check': 'fetch-site-refused',
    'safe-methods': 'route-unknown',
    'password-again': 'password-asked-again',
  },
  'csrf-fetch': {
    ...each(sameSite, (id) => id),
    ...each(formTokens, () => 'form-token-missing'),
    'origin-check': 'request-origin-refused',
    'fetch-site-check': 'fetch-site-refused',
    'password-again': 'password-asked-again',
  },
  // SameSite sees one site, and a cookie that a sibling can set agrees with any form.
  'csrf-sibling': {
    'csrf-synchroniser': 'form-token-wrong',
    'csrf-signed-double-submit': 'form-token-wrong',
    ...each(sources, (id) =>
      id === 'origin-check' ? 'request-origin-refused' : 'fetch-site-refused',
    ),
    'password-again': 'password-asked-again',
  },
  'guessed-session': {
    'longer-identifiers': 'session-unknown',
    'bound-to-address': 'session-unknown',
  },
  'replayed-session': {
    'end-on-server': 'session-unknown',
    'short-lives': 'session-idle-expired',
    'bound-to-address': 'session-tie-broken',
  },
  'replayed-jwt': {
    'deny-list': 'token-denied',
    'short-lives': 'token-claims-refused',
  },
  'unsigned-jwt': { 'careful-verifier': 'token-algorithm-refused' },
  'confused-algorithm': { 'careful-verifier': 'token-algorithm-refused' },
  'weak-secret': { 'careful-verifier': 'token-signature-refused' },
  'stolen-refresh-token': {
    'http-only': '',
    'refresh-rotation': 'refresh-token-reused',
    'short-lives': 'refresh-family-expired',
  },
};

function each<Id extends string>(ids: readonly Id[], codeOf: (id: Id) => string) {
  return Object.fromEntries(ids.map((id) => [id, codeOf(id)]));
}
