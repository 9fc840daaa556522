import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CookieAccess } from '../../../src/cookies/access.ts';
import { cookieKey, CookieJar } from '../../../src/cookies/cookie-jar.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import {
  CHROMIUM_LIMITS,
  overDomainLimit,
  overPartitionLimit,
  overTotalLimit,
} from '../../../src/cookies/eviction.ts';
import type { ThirdPartyCookies } from '../../../src/cookies/partitioned.ts';
import { compareByLastAccess } from '../../../src/cookies/sort-order.ts';
import { siteOf } from '../../../src/http/origin.ts';
import { access, cookie, DAY, MINUTE, NOW } from './access.ts';

const count = <Item>(items: Iterable<Item>, wanted: (item: Item) => boolean): number =>
  [...items].filter(wanted).length;

/** To find the smallest example among hundreds of cookies takes minutes. */
const quickly = { endOnFailure: true };

/** So many cookies set one after the other by a host, some days after those before. */
const crowd = fc.record({
  host: fc.integer({ min: 0, max: 30 }).map((number) => `s${String(number)}.example`),
  subdomain: fc.constantFrom('', 'www.'),
  size: fc.integer({ min: 1, max: 400 }),
  endings: fc.array(
    fc.constantFrom(
      '',
      '; Secure',
      '; Priority=Low',
      '; Priority=High; Secure',
      '; Max-Age=3000000',
    ),
    { minLength: 1, maxLength: 3 },
  ),
  isPartitioned: fc.boolean(),
  valueSize: fc.constantFrom(1, 1, 1, 120),
  days: fc.constantFrom(0, 0, 1, 20, 31),
});

describe('the jar never passes the limits of Chromium', () => {
  /** Sets every crowd; asks after each cookie. */
  function fill(
    crowds: readonly (typeof crowd extends fc.Arbitrary<infer Crowd> ? Crowd : never)[],
    look: (jar: CookieJar, stored: Cookie, evicted: readonly Cookie[], now: number) => void,
  ): CookieJar {
    const jar = new CookieJar(new Map());
    let now = NOW;
    crowds.forEach(({ host, subdomain, size, endings, isPartitioned, valueSize, days }, turn) => {
      now += days * DAY;
      const from = access({ url: `https://${subdomain}${host}/`, now });
      for (let place = 0; place < size; place += 1) {
        const ending = endings[place % endings.length] ?? '';
        const name = `c${String(turn)}-${String(place)}`;
        const partitioned = isPartitioned ? '; Secure; Partitioned' : '';
        const value = 'x'.repeat(valueSize);
        const decision = jar.decide(`${name}=${value}${ending}${partitioned}`, from);
        if (!decision.ok) throw new Error(`${decision.code} was not expected`);
        look(jar, decision.cookie, jar.commit(decision), now);
      }
    });
    return jar;
  }

  const domainOf = ({ domain }: Cookie): string => domain.replace(/^www\./, '');

  test('180 a domain, 180 and 10 KiB of names and values a partition, whatever is set', () => {
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 1, maxLength: 4 }), (crowds) => {
        const groups = new Map<string, Map<string, Cookie>>();
        fill(crowds, (_jar, stored, evicted) => {
          const name = `${domainOf(stored)} ${stored.partitionKey ?? ''}`;
          const group = groups.get(name) ?? new Map<string, Cookie>();
          groups.set(name, group.set(cookieKey(stored), stored));
          for (const gone of evicted)
            groups.get(`${domainOf(gone)} ${gone.partitionKey ?? ''}`)?.delete(cookieKey(gone));
          if (group.size > 180) throw new Error(`${String(group.size)} of ${name}`);
          if (stored.partitionKey === null) return;
          let octets = 0;
          for (const one of group.values()) octets += one.name.length + one.value.length;
          if (octets > 10 * 1024) throw new Error(`${String(octets)} octets of ${name}`);
        });
      }),
      { ...quickly, numRuns: 10 },
    );
  });

  test('3,300 in all, but for what was used within 30 days', () => {
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 25, maxLength: 40 }), (crowds) => {
        let unpartitioned = 0;
        let most = 0;
        const jar = fill(crowds, (filled, stored, evicted, now) => {
          if (stored.partitionKey === null) unpartitioned += 1;
          unpartitioned -= count(evicted, ({ partitionKey }) => partitionKey === null);
          most = Math.max(most, unpartitioned);
          if (unpartitioned <= CHROMIUM_LIMITS.total) return;
          const isOld = ({ partitionKey, lastAccessTime }: Cookie): boolean =>
            partitionKey === null && now - lastAccessTime > 30 * DAY;
          // Looking at so many each time would take long; the last before a purge is what counts.
          if (unpartitioned % 50 === 0) expect(count(filled.all(), isOld)).toBe(0);
        });
        expect(count(jar.all(), ({ partitionKey }) => partitionKey === null)).toBe(unpartitioned);
        // At most 180 for each of 31 domains.
        expect(most).toBeLessThanOrEqual(31 * 180);
      }),
      { ...quickly, numRuns: 3 },
    );
  });

  test('exactly 3,300 of old and new ones stay; one more makes room for 300', () => {
    const jar = new CookieJar(new Map());
    for (let number = 0; number < 3300; number += 1)
      jar.put(
        cookie({
          name: `c${String(number)}`,
          domain: `s${String(number % 30)}.example`,
          creationNumber: number,
          lastAccessTime: NOW - (number < 1000 ? 31 : 0) * DAY,
        }),
      );
    const evicted = jar.commit(jar.decide('one=more', access()));
    expect(evicted.map(({ name }) => name)).toEqual(
      Array.from({ length: 301 }, (_, number) => `c${String(number)}`),
    );
    expect(jar.all()).toHaveLength(3000);
  });
});

const anyStored = fc
  .array(
    fc.record({
      priority: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
      secureOnly: fc.boolean(),
      ageInDays: fc.integer({ min: 0, max: 60 }),
      valueSize: fc.integer({ min: 0, max: 200 }),
    }),
    { minLength: 150, maxLength: 260 },
  )
  .map((kinds) =>
    kinds.map(({ ageInDays, valueSize, ...kind }, creationNumber) =>
      cookie({
        ...kind,
        creationNumber,
        name: `c${String(creationNumber)}`,
        value: 'x'.repeat(valueSize),
        lastAccessTime: NOW - ageInDays * DAY,
      }),
    ),
  );

/** None that stays was less recently used than one that goes. */
function expectLeastRecentlyUsed(gone: readonly Cookie[], stays: readonly Cookie[]): void {
  const latest = [...gone].sort(compareByLastAccess).at(-1);
  const earliest = [...stays].sort(compareByLastAccess)[0];
  if (latest === undefined || earliest === undefined) return;
  expect(compareByLastAccess(latest, earliest)).toBeLessThan(0);
}

describe('what makes room', () => {
  const kinds = (['low', 'medium', 'high'] as const).flatMap((priority) =>
    [false, true].map((secureOnly) => ({ priority, secureOnly })),
  );

  test('in a domain leaves 150, the quota of each priority, and of a kind the later used', () => {
    fc.assert(
      fc.property(anyStored, (stored) => {
        const gone = new Set(overDomainLimit(stored, CHROMIUM_LIMITS));
        const stays = stored.filter((one) => !gone.has(one));
        expect(stays).toHaveLength(stored.length > 180 ? 150 : stored.length);
        for (const priority of ['low', 'medium', 'high'] as const) {
          const isOfIt = (one: Cookie): boolean => one.priority === priority;
          const kept = Math.min(count(stored, isOfIt), CHROMIUM_LIMITS.quotas[priority]);
          expect(count(stays, isOfIt)).toBeGreaterThanOrEqual(kept);
        }
        for (const kind of kinds) {
          const isOfKind = (one: Cookie): boolean =>
            one.priority === kind.priority && one.secureOnly === kind.secureOnly;
          expectLeastRecentlyUsed([...gone].filter(isOfKind), stays.filter(isOfKind));
        }
      }),
      quickly,
    );
  });

  test('in a domain takes a Secure one only when no other of its priority is left beyond the quota', () => {
    fc.assert(
      fc.property(anyStored, (stored) => {
        const gone = new Set(overDomainLimit(stored, CHROMIUM_LIMITS));
        for (const priority of ['low', 'medium', 'high'] as const) {
          const ofPriority = stored.filter((one) => one.priority === priority);
          const secureGone = ofPriority.some((one) => gone.has(one) && one.secureOnly);
          const others = ofPriority.filter((one) => !one.secureOnly && !gone.has(one));
          if (secureGone)
            expect(others.length).toBeLessThanOrEqual(CHROMIUM_LIMITS.quotas[priority]);
        }
      }),
      quickly,
    );
  });

  test('in the whole jar is old, not Secure before Secure, least recently used first', () => {
    const limits = { ...CHROMIUM_LIMITS, total: 180, purgeTotal: 60 };
    fc.assert(
      fc.property(anyStored, (stored) => {
        const gone = overTotalLimit(stored, NOW, limits);
        const isOld = ({ lastAccessTime }: Cookie): boolean => NOW - lastAccessTime > 30 * DAY;
        const old = stored.filter(isOld);
        const wanted = stored.length > 180 ? stored.length - 120 : 0;
        expect(gone).toHaveLength(Math.min(wanted, old.length));
        expect(gone.every(isOld)).toBe(true);
        const stays = old.filter((one) => !gone.includes(one));
        if (gone.some(({ secureOnly }) => secureOnly))
          expect(stays.every(({ secureOnly }) => secureOnly)).toBe(true);
        for (const secureOnly of [false, true]) {
          const isOfKind = (one: Cookie): boolean => one.secureOnly === secureOnly;
          expectLeastRecentlyUsed(gone.filter(isOfKind), stays.filter(isOfKind));
        }
      }),
      quickly,
    );
  });

  test('in a partition is the least recently used, and no more than is needed', () => {
    fc.assert(
      fc.property(anyStored, (stored) => {
        const gone = overPartitionLimit(stored, CHROMIUM_LIMITS);
        const stays = stored.filter((one) => !gone.includes(one));
        expectLeastRecentlyUsed(gone, stays);
        const octets = (some: readonly Cookie[]): number =>
          some.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
        expect(stays.length <= 180 && octets(stays) <= 10 * 1024).toBe(true);
        const last = gone.at(-1);
        if (last !== undefined)
          expect(stays.length + 1 > 180 || octets([...stays, last]) > 10 * 1024).toBe(true);
      }),
      quickly,
    );
  });
});

describe('a cookie is sent if and only if every rule allows it', () => {
  const host = fc.constantFrom('shop.example', 'api.shop.example', 'news.example', 'localhost');
  const path = fc.constantFrom('/', '/cart', '/cart/1', '/cartoon');
  const anyCookie: fc.Arbitrary<Cookie> = fc
    .record({
      name: fc.constantFrom('a', 'b', '__Secure-c', ''),
      domain: host,
      path,
      hostOnly: fc.boolean(),
      secureOnly: fc.boolean(),
      httpOnly: fc.boolean(),
      sameSite: fc.constantFrom('strict', 'lax', 'none', 'unspecified'),
      partitionKey: fc.constantFrom(null, null, 'https://shop.example', 'https://news.example'),
      expiryTime: fc.constantFrom(null, NOW, NOW + 1, NOW + MINUTE, NOW + DAY),
      creationTime: fc.integer({ min: NOW - 4 * MINUTE, max: NOW }),
      creationNumber: fc.integer({ min: 1, max: 9 }),
    })
    .map((some) => cookie({ ...some, persistent: some.expiryTime !== null } as Partial<Cookie>));
  const anyAccess: fc.Arbitrary<CookieAccess> = fc
    .record({
      url: fc
        .tuple(fc.constantFrom('http', 'https'), host, path)
        .map(([scheme, name, place]) => `${scheme}://${name}${place}?q#f`),
      api: fc.constantFrom('http', 'script'),
      sameSiteContext: fc.constantFrom('strict', 'lax', 'lax-method-unsafe', 'cross-site'),
      topLevelSite: fc.constantFrom(null, 'https://shop.example', 'https://news.example'),
      now: fc.integer({ min: NOW, max: NOW + MINUTE }),
    })
    .map((some) => some as CookieAccess);
  const anyPolicy = fc.constantFrom<ThirdPartyCookies>('allowed', 'blocked', 'partitioned');

  /** The rules once more, straight from the text of 6265bis §5.8.3 and of CHIPS. */
  const rules: Readonly<
    Record<string, (one: Cookie, to: CookieAccess, policy: ThirdPartyCookies) => boolean>
  > = {
    domain: ({ domain, hostOnly }, { url }) => {
      const { hostname } = new URL(url);
      return hostname === domain || (!hostOnly && hostname.endsWith(`.${domain}`));
    },
    path: (one, { url }) => {
      const { pathname } = new URL(url);
      return one.path === '/' || pathname === one.path || pathname.startsWith(`${one.path}/`);
    },
    secure: ({ secureOnly }, { url }) =>
      !secureOnly || url.startsWith('https:') || new URL(url).hostname === 'localhost',
    httpOnly: ({ httpOnly }, { api }) => !httpOnly || api === 'http',
    expiry: ({ expiryTime }, { now }) => expiryTime === null || expiryTime > now,
    sameSite: ({ sameSite, creationTime }, { sameSiteContext, now }) => {
      if (sameSite === 'none' || sameSiteContext === 'strict') return true;
      if (sameSite === 'strict' || sameSiteContext === 'cross-site') return false;
      if (sameSiteContext === 'lax') return true;
      return sameSite === 'unspecified' && now - creationTime <= 2 * MINUTE;
    },
    partition: ({ partitionKey }, { url, topLevelSite }) =>
      partitionKey === null || partitionKey === (topLevelSite ?? siteOf(url)),
    'third party': ({ partitionKey }, { url, topLevelSite }, policy) =>
      topLevelSite === null ||
      topLevelSite === siteOf(url) ||
      policy === 'allowed' ||
      partitionKey !== null,
  };

  test('and those that are sent come by path and age', () => {
    fc.assert(
      fc.property(
        fc.array(anyCookie, { maxLength: 20 }),
        anyAccess,
        anyPolicy,
        (stored, to, policy) => {
          const cookies = new Map(stored.map((one) => [cookieKey(one), one]));
          const jar = new CookieJar(cookies, { thirdPartyCookies: () => policy });
          const { sent, withheld, fieldValue } = jar.retrieve(to);
          const obeysAll = (one: Cookie): boolean =>
            Object.values(rules).every((rule) => rule(one, to, policy));
          expect(sent.filter((one) => !obeysAll(one.cookie))).toEqual([]);
          expect(withheld.filter((one) => obeysAll(one.cookie))).toEqual([]);
          expect(sent.length + withheld.length).toBe(cookies.size);
          const order = sent.map((one) => one.cookie);
          const expected = order.toSorted(
            (a, b) =>
              b.path.length - a.path.length ||
              a.creationTime - b.creationTime ||
              a.creationNumber - b.creationNumber,
          );
          expect(order).toEqual(expected);
          expect(fieldValue === null).toBe(sent.length === 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
