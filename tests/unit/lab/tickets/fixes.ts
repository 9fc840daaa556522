import type { SettingsChange } from '../../../../src/lab/attacks/attack.ts';
import {
  all,
  cookieWith,
  protectionWith,
  shopWith,
} from '../../../../src/lab/attacks/change-settings.ts';
import type { CheckId } from '../../../../src/lab/tickets/check.ts';
import { careful } from '../../../../src/server/shop/settings.ts';
import type { InstanceSettings } from '../../../../src/server/instances/settings.ts';
import type { ConnectionSettings } from '../../../../src/wire/connections/settings.ts';

export interface Fix {
  readonly change?: SettingsChange;
  readonly connections?: Partial<ConnectionSettings>;
}

export interface WrongFix extends Fix {
  /** The hidden run that tells. */
  readonly failsAt: CheckId;
}

export interface Fixes {
  /** The one that the ticket was made for first, then others that are as right. */
  readonly right: Readonly<Record<string, Fix>>;
  readonly wrong: Readonly<Record<string, WrongFix>>;
}

const hour = 60 * 60;

const instances = (change: Partial<InstanceSettings>): SettingsChange => {
  return (settings) => ({ ...settings, instances: { ...settings.instances, ...change } });
};

const sessions = shopWith({ remember: 'session' });
const token = shopWith({ remember: 'jwt-cookie', tokenLifetimeSeconds: hour });
const refreshing: Fix = { change: shopWith({ remember: 'access-refresh' }) };

/** What mends each ticket, and what only seems to: written down, not measured. */
export const fixes: Readonly<Record<string, Fixes>> = {
  'after-each-deployment': {
    right: {
      'a store for all': { change: instances({ sessionStore: 'shared' }) },
      'a token in the cookie': { change: token },
      'access and refresh token': refreshing,
    },
    wrong: {
      'copies in each memory': {
        change: instances({ sessionStore: 'replicated' }),
        failsAt: 'complaint',
      },
      'a longer session': {
        change: shopWith({ idleTimeoutSeconds: 24 * hour, absoluteTimeoutSeconds: 168 * hour }),
        failsAt: 'complaint',
      },
      'a cookie that stays': {
        change: cookieWith({ maxAgeSeconds: 604_800 }),
        failsAt: 'complaint',
      },
      'a signed slip': {
        change: shopWith({ remember: 'plain-cookie', signPlainCookie: true }),
        failsAt: 'sign-out',
      },
    },
  },
  'in-and-out': {
    right: {
      'a store for all': { change: instances({ sessionStore: 'shared' }) },
      'copies in each memory': { change: instances({ sessionStore: 'replicated' }) },
      'back to the same machine': { change: instances({ balancing: 'sticky' }) },
      'a token in the cookie': { change: token },
    },
    wrong: {
      'by chance': { change: instances({ balancing: 'random' }), failsAt: 'complaint' },
      'one machine alone': { change: instances({ count: 1 }), failsAt: 'one-machine-down' },
    },
  },
  'someone-elses-cart': {
    right: { 'a session': { change: sessions }, 'a token in the cookie': { change: token } },
    wrong: {
      'a ticket in the address': {
        change: shopWith({ remember: 'url-ticket' }),
        failsAt: 'neighbour',
      },
      'the name in a cookie': {
        change: shopWith({ remember: 'plain-cookie' }),
        failsAt: 'neighbour',
      },
    },
  },
  'bread-for-one-won': {
    right: { 'a session': { change: sessions }, 'a token in the cookie': { change: token } },
    wrong: {
      'a signed slip': { change: shopWith({ signPlainCookie: true }), failsAt: 'sign-out' },
      'out of script’s reach': {
        change: cookieWith({ httpOnly: true, sameSite: 'strict' }),
        failsAt: 'complaint',
      },
    },
  },
  'from-the-newsletter': {
    right: {
      Lax: { change: cookieWith({ sameSite: 'lax' }) },
      'None, with a token in each form': {
        change: all(
          cookieWith({ sameSite: 'none' }),
          protectionWith({ formToken: 'synchroniser' }),
        ),
      },
    },
    wrong: {
      None: { change: cookieWith({ sameSite: 'none' }), failsAt: 'forged-order' },
      'left out': { change: cookieWith({ sameSite: 'unspecified' }), failsAt: 'forged-order' },
    },
  },
  'asked-again': {
    right: {
      'the whole site': { change: cookieWith({ path: '/' }) },
      'a name that insists on it': {
        change: all(cookieWith({ path: '/' }), protectionWith({ hostPrefix: true })),
      },
      'access and refresh token': refreshing,
    },
    wrong: {
      'the account instead': { change: cookieWith({ path: '/account' }), failsAt: 'complaint' },
      'all below the domain': {
        change: cookieWith({ domain: 'shop.example' }),
        failsAt: 'complaint',
      },
    },
  },
  'while-on-the-phone': {
    right: {
      'half an hour': { change: shopWith({ idleTimeoutSeconds: hour / 2 }) },
      'a token of an hour': { change: token },
    },
    wrong: {
      'a longer whole': {
        change: shopWith({ absoluteTimeoutSeconds: 24 * hour }),
        failsAt: 'complaint',
      },
      'a whole day': {
        change: shopWith({ idleTimeoutSeconds: 24 * hour }),
        failsAt: 'walked-away',
      },
    },
  },
  'cart-empty-on-the-phone': {
    right: {
      'tied to nothing': { change: protectionWith({ bindSessionTo: 'none' }) },
      'tied to the browser': { change: protectionWith({ bindSessionTo: 'user-agent' }) },
      'a token in the cookie': { change: token },
    },
    wrong: {
      'a cookie that stays': {
        change: cookieWith({ maxAgeSeconds: 604_800 }),
        failsAt: 'complaint',
      },
      'a longer session': {
        change: shopWith({ idleTimeoutSeconds: 24 * hour }),
        failsAt: 'complaint',
      },
    },
  },
  'orders-nobody-made': {
    right: {
      Lax: { change: cookieWith({ sameSite: 'lax' }) },
      'a token in each form': { change: protectionWith({ formToken: 'synchroniser' }) },
      'only from pages of the shop': { change: protectionWith({ checkFetchSite: true }) },
    },
    wrong: {
      Strict: { change: cookieWith({ sameSite: 'strict' }), failsAt: 'link-from-elsewhere' },
      'a policy for script': {
        change: protectionWith({ contentSecurityPolicy: true }),
        failsAt: 'complaint',
      },
    },
  },
  'former-employee': {
    right: {
      'a version of the user’s tokens': {
        change: shopWith({ accessTokenRevocation: 'token-version' }),
      },
      'a session': { change: sessions },
    },
    wrong: {
      'a deny-list': {
        change: shopWith({ accessTokenRevocation: 'deny-list' }),
        failsAt: 'complaint',
      },
      'five minutes': {
        change: shopWith({ tokenLifetimeSeconds: hour / 12 }),
        failsAt: 'active-customer',
      },
    },
  },
  'next-at-the-library': {
    right: {
      'half an hour without a click': { change: shopWith({ idleTimeoutSeconds: hour / 2 }) },
      'an hour in all': { change: shopWith({ absoluteTimeoutSeconds: hour }) },
      'a token of an hour': { change: token },
    },
    wrong: {
      'a session cookie': { change: cookieWith({ maxAgeSeconds: null }), failsAt: 'complaint' },
      'five minutes without a click': {
        change: shopWith({ idleTimeoutSeconds: hour / 12 }),
        failsAt: 'active-customer',
      },
    },
  },
  'in-the-cafe': {
    right: {
      Secure: { change: cookieWith({ secure: true }) },
      'TLS from the first visit on': {
        change: protectionWith({ redirectToTls: true, strictTransportSecurity: true }),
      },
    },
    wrong: {
      'a redirect alone': { change: protectionWith({ redirectToTls: true }), failsAt: 'complaint' },
      'tied to the address': {
        change: protectionWith({ bindSessionTo: 'address' }),
        failsAt: 'complaint',
      },
    },
  },
  'store-down': {
    right: {
      'copies in each memory': { change: instances({ sessionStore: 'replicated' }) },
      'back to the same machine': {
        change: instances({ sessionStore: 'memory', balancing: 'sticky' }),
      },
      'a token in the cookie': { change: token },
    },
    wrong: {
      'each for itself': { change: instances({ sessionStore: 'memory' }), failsAt: 'complaint' },
      'a token, and a list to ask': {
        change: all(token, shopWith({ accessTokenRevocation: 'deny-list' })),
        failsAt: 'complaint',
      },
      'one machine alone': {
        change: instances({ sessionStore: 'memory', count: 1 }),
        failsAt: 'one-machine-down',
      },
    },
  },
  'many-permissions': {
    right: {
      'look them up': { change: shopWith({ claimedPermissions: 0 }) },
      'a session': { change: sessions },
    },
    wrong: {
      'a shorter signature': {
        change: shopWith({ cookieTokenAlgorithm: 'ES256' }),
        failsAt: 'complaint',
      },
      'a longer life': {
        change: shopWith({ tokenLifetimeSeconds: 24 * hour }),
        failsAt: 'complaint',
      },
    },
  },
  'at-noon': {
    right: {
      'let go after five seconds': { connections: { keepAliveTimeoutSeconds: 5 } },
      'a line for each request': { connections: { keepAlive: false } },
      'more lines': { connections: { slots: 1000 } },
    },
    wrong: {
      'a longer queue': { connections: { backlog: 1000 }, failsAt: 'complaint' },
      'a newer version': { connections: { httpVersion: '2' }, failsAt: 'complaint' },
      'more machines': {
        change: instances({ count: 8, sessionStore: 'shared' }),
        failsAt: 'complaint',
      },
    },
  },
  'twice-a-day': {
    right: {
      'a week': { change: shopWith({ refreshLifetimeSeconds: 168 * hour }) },
      'a session': {
        change: shopWith({
          remember: 'session',
          idleTimeoutSeconds: 24 * hour,
          absoluteTimeoutSeconds: 168 * hour,
        }),
      },
    },
    wrong: {
      'a longer access token': {
        change: shopWith({ accessTokenLifetimeSeconds: hour }),
        failsAt: 'complaint',
      },
      'no rotation, and a week': {
        change: shopWith({ rotateRefreshTokens: false, refreshLifetimeSeconds: 168 * hour }),
        failsAt: 'old-refresh-token',
      },
      'a grace period': { change: shopWith({ refreshGraceSeconds: 60 }), failsAt: 'complaint' },
    },
  },
  'everywhere-but-the-phone': {
    right: {
      'a version of the user’s tokens': {
        change: shopWith({ accessTokenRevocation: 'token-version' }),
      },
      'five minutes': { change: shopWith({ accessTokenLifetimeSeconds: hour / 12 }) },
      'a session': { change: sessions },
    },
    wrong: {
      'a shorter family': {
        change: shopWith({ refreshLifetimeSeconds: hour }),
        failsAt: 'complaint',
      },
      'a family without reuse': {
        change: shopWith({ detectRefreshReuse: true, refreshGraceSeconds: 60 }),
        failsAt: 'complaint',
      },
    },
  },
  'after-reading-reviews': {
    right: {
      'text stays text': {
        change: all(protectionWith({ escapeReviews: true }), cookieWith({ httpOnly: true })),
      },
      'a policy for script': {
        change: all(
          protectionWith({ contentSecurityPolicy: true }),
          cookieWith({ httpOnly: true }),
        ),
      },
    },
    wrong: {
      'out of script’s reach': { change: cookieWith({ httpOnly: true }), failsAt: 'complaint' },
      'a token in each form': {
        change: protectionWith({ formToken: 'synchroniser' }),
        failsAt: 'complaint',
      },
    },
  },
  'although-lax': {
    right: {
      'a GET that changes nothing': { change: protectionWith({ changeByGet: false }) },
      'the password again': { change: protectionWith({ askPasswordForOrders: true }) },
    },
    wrong: {
      Strict: { change: cookieWith({ sameSite: 'strict' }), failsAt: 'link-from-elsewhere' },
      'a token in each form': {
        change: protectionWith({ formToken: 'synchroniser' }),
        failsAt: 'complaint',
      },
    },
  },
  'signed-by-nobody': {
    right: {
      'the shop’s own algorithm': { change: shopWith({ careless: careful }) },
      'a session': { change: sessions },
    },
    wrong: {
      'a longer hash': {
        change: shopWith({ cookieTokenAlgorithm: 'RS512' }),
        failsAt: 'complaint',
      },
      'a deny-list': {
        change: shopWith({ accessTokenRevocation: 'deny-list' }),
        failsAt: 'complaint',
      },
    },
  },
  'the-voucher': {
    right: {
      'a new key at sign-in': { change: shopWith({ regenerateAtSignIn: true }) },
      'no key from an address, and a name that insists on its host': {
        change: protectionWith({ takeSessionIdFromAddress: false, hostPrefix: true }),
      },
      'a token in the cookie': { change: token },
    },
    wrong: {
      'no key from an address': {
        change: protectionWith({ takeSessionIdFromAddress: false }),
        failsAt: 'fixed-by-sibling',
      },
      'a longer key': { change: shopWith({ sessionIdBits: 128 }), failsAt: 'complaint' },
    },
  },
};
