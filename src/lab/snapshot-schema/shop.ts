import * as v from 'valibot';
import { mostInstances } from '../../server/instances/machine.ts';
import { balancings, sessionStores } from '../../server/instances/settings.ts';
import { namings } from '../../server/shop/names/naming.ts';
import { algorithms } from '../../jwt/algorithm.ts';
import { count, time } from './values.ts';

export const session = v.looseObject({
  id: v.string(),
  userId: v.nullable(v.string()),
  data: v.looseObject({ cart: v.record(v.string(), count) }),
  createdAt: time,
  lastSeenAt: time,
  idleExpiresAt: time,
  absoluteExpiresAt: time,
  formToken: v.exactOptional(v.string()),
  ties: v.exactOptional(
    v.looseObject({
      address: v.exactOptional(v.string()),
      userAgent: v.exactOptional(v.string()),
    }),
  ),
});

export const order = v.looseObject({
  id: v.string(),
  userId: v.string(),
  lines: v.array(v.looseObject({ product: v.string(), quantity: count, unitPrice: v.number() })),
  total: v.number(),
  placedAt: time,
});

export const review = v.looseObject({
  id: v.string(),
  product: v.string(),
  userId: v.nullable(v.string()),
  text: v.string(),
  writtenAt: time,
});

export const cart = v.looseObject({ userId: v.string(), cart: v.record(v.string(), count) });

export const guest = v.looseObject({
  address: v.string(),
  userId: v.nullable(v.string()),
  cart: v.record(v.string(), count),
  lastSeenAt: time,
});

export const adProfile = v.looseObject({
  id: v.string(),
  shown: count,
  hosts: v.array(v.string()),
});

export const loot = v.looseObject({
  id: v.string(),
  collectedAt: time,
  from: v.string(),
  address: v.string(),
  method: v.string(),
  query: v.string(),
  content: v.string(),
  cookies: v.string(),
});

export const secrets = v.looseObject({ cookie: v.string() });

export const instances = v.looseObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostInstances)),
  balancing: v.picklist(balancings),
  sessionStore: v.picklist(sessionStores),
  storeRoundTripMs: count,
});

export const revocation = v.picklist(['none', 'deny-list', 'token-version']);

export const settings = v.looseObject({
  remember: v.picklist([
    'nothing',
    'by-address',
    'url-ticket',
    'plain-cookie',
    'session',
    'jwt-cookie',
    'access-refresh',
  ]),
  cookie: v.looseObject({
    httpOnly: v.boolean(),
    secure: v.boolean(),
    sameSite: v.picklist(['strict', 'lax', 'none', 'unspecified']),
    maxAgeSeconds: v.nullable(v.number()),
    path: v.string(),
    domain: v.nullable(v.string()),
  }),
  signPlainCookie: v.boolean(),
  idleTimeoutSeconds: v.number(),
  absoluteTimeoutSeconds: v.number(),
  tokenLifetimeSeconds: v.number(),
  regenerateAtSignIn: v.boolean(),
  // Younger than the first snapshots, which do without them.
  release: v.exactOptional(v.picklist([1, 2])),
  names: v.exactOptional(v.picklist(namings)),
  sessionIdBits: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(512))),
  cookieTokenAlgorithm: v.exactOptional(v.picklist(algorithms)),
  accessTokenAlgorithm: v.exactOptional(v.picklist(algorithms)),
  accessTokenLifetimeSeconds: v.exactOptional(v.number()),
  accessTokenIn: v.exactOptional(v.picklist(['memory', 'session-storage', 'local-storage'])),
  refreshTokenIn: v.exactOptional(v.picklist(['cookie', 'local-storage'])),
  rotateRefreshTokens: v.exactOptional(v.boolean()),
  detectRefreshReuse: v.exactOptional(v.boolean()),
  refreshGraceSeconds: v.exactOptional(v.number()),
  refreshLifetimeSeconds: v.exactOptional(v.number()),
  instances: v.exactOptional(instances),
  careless: v.exactOptional(
    v.looseObject({
      acceptNone: v.boolean(),
      trustHeaderAlgorithm: v.boolean(),
      skipExpiry: v.boolean(),
      skipAudience: v.boolean(),
      weakSecret: v.boolean(),
    }),
  ),
  protection: v.exactOptional(
    v.partial(
      v.looseObject({
        escapeReviews: v.boolean(),
        contentSecurityPolicy: v.boolean(),
        formToken: v.picklist(['none', 'synchroniser', 'double-submit', 'signed-double-submit']),
        checkOrigin: v.boolean(),
        checkFetchSite: v.boolean(),
        redirectToTls: v.boolean(),
        strictTransportSecurity: v.boolean(),
        hostPrefix: v.boolean(),
        askPasswordForOrders: v.boolean(),
        bindSessionTo: v.picklist(['none', 'address', 'user-agent']),
        endSessionAtSignOut: v.boolean(),
        takeSessionIdFromAddress: v.boolean(),
        adoptUnknownSessionIds: v.boolean(),
        changeByGet: v.boolean(),
      }),
    ),
  ),
  accessTokenRevocation: v.exactOptional(revocation),
  claimedPermissions: v.exactOptional(count),
});

export const machineState = v.looseObject({
  name: v.string(),
  running: v.boolean(),
  served: count,
});
