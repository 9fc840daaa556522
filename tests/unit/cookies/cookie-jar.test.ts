import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CookieAccess } from '../../../src/cookies/access.ts';
import { CookieJar, cookieKey } from '../../../src/cookies/cookie-jar.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import type { WithheldCode } from '../../../src/cookies/decision.ts';
import { access, cookie, jarWith, MINUTE, NOW } from './access.ts';

const NEWS_ON_TOP = {
  topLevelSite: 'https://news.example',
  sameSiteContext: 'cross-site',
} as const;
const NONE = { sameSite: 'none', secureOnly: true } as const;

function retrieveOne(
  stored: Cookie,
  change: Partial<CookieAccess>,
  mode: 'allowed' | 'blocked' | 'partitioned' = 'allowed',
) {
  const jar = new CookieJar(new Map([[cookieKey(stored), stored]]), {
    thirdPartyCookies: () => mode,
  });
  return jar.retrieve(access(change));
}

describe('a cookie is withheld', () => {
  const cases: [code: WithheldCode, stored: Partial<Cookie>, change: Partial<CookieAccess>][] = [
    ['domain', {}, { url: 'https://news.example/' }],
    ['domain', { domain: 'api.shop.example', hostOnly: false }, {}],
    ['host-only', {}, { url: 'https://api.shop.example/' }],
    ['path', { path: '/cart' }, { url: 'https://shop.example/cartoon' }],
    ['secure', { secureOnly: true }, { url: 'http://shop.example/' }],
    ['http-only', { httpOnly: true }, { api: 'script' }],
    ['expired', { expiryTime: NOW, persistent: true }, {}],
    ['same-site-strict', { sameSite: 'strict' }, { sameSiteContext: 'lax' }],
    ['same-site-lax', { sameSite: 'lax' }, { sameSiteContext: 'lax-method-unsafe' }],
    ['same-site-lax', { sameSite: 'lax' }, { sameSiteContext: 'cross-site' }],
    ['same-site-unspecified', {}, { sameSiteContext: 'cross-site' }],
    [
      'same-site-unspecified',
      {},
      { sameSiteContext: 'lax-method-unsafe', now: NOW + 2 * MINUTE + 1 },
    ],
    ['partition', { partitionKey: 'https://shop.example', ...NONE }, NEWS_ON_TOP],
  ];
  test.each(cases)('%s: %j, %j', (code, stored, change) => {
    const { sent, withheld, fieldValue } = retrieveOne(cookie(stored), change);
    expect([sent, withheld.map((decision) => decision.code), fieldValue]).toEqual([
      [],
      [code],
      null,
    ]);
  });

  test('as a third-party cookie where those are blocked or kept apart', () => {
    expect(retrieveOne(cookie(NONE), NEWS_ON_TOP, 'blocked').withheld[0]?.code).toBe(
      'third-party-blocked',
    );
    expect(retrieveOne(cookie(NONE), NEWS_ON_TOP, 'partitioned').withheld[0]?.code).toBe(
      'partition',
    );
    expect(retrieveOne(cookie(NONE), {}, 'blocked').fieldValue).toBe('a=1');
  });
});

describe('a cookie is sent', () => {
  const cases: [stored: Partial<Cookie>, change: Partial<CookieAccess>][] = [
    [{ hostOnly: false }, { url: 'https://api.shop.example:8443/x' }],
    [{ path: '/cart' }, { url: 'https://shop.example/cart/1' }],
    [{ secureOnly: true, domain: 'localhost' }, { url: 'http://localhost/' }],
    [{ expiryTime: NOW + 1, persistent: true }, {}],
    [{ sameSite: 'lax' }, { sameSiteContext: 'lax' }],
    [{}, { sameSiteContext: 'lax-method-unsafe', now: NOW + 2 * MINUTE }],
    [NONE, NEWS_ON_TOP],
    [{ ...NONE, partitionKey: 'https://news.example' }, NEWS_ON_TOP],
  ];
  test.each(cases)('%j, %j', (stored, change) => {
    expect(retrieveOne(cookie(stored), change).fieldValue).toBe('a=1');
  });

  test('by the two-minute exception, which is named', () => {
    const { sent } = retrieveOne(cookie(), {
      sameSiteContext: 'lax-method-unsafe',
      now: NOW + MINUTE,
    });
    expect(sent).toMatchObject([{ rule: { section: '5.6.7.2' }, values: { age: 60 } }]);
  });

  test('longest path first, then oldest first', () => {
    const jar = jarWith(['c=3', 'a=1; Path=/cart', 'b=2', 'd']);
    expect(jar.retrieve(access({ url: 'https://shop.example/cart' })).fieldValue).toBe(
      'a=1; c=3; b=2; d',
    );
  });
});

describe('the jar', () => {
  test('keeps the partitions of one cookie apart', () => {
    const jar = jarWith([]);
    const field = 'a=1; SameSite=None; Secure; Partitioned';
    for (const topLevelSite of ['https://news.example', 'https://shop.example'])
      jar.set(field, access({ topLevelSite }));
    expect(jar.all().map(({ partitionKey }) => partitionKey)).toEqual([
      'https://news.example',
      'https://shop.example',
    ]);
    expect(jar.retrieve(access(NEWS_ON_TOP)).sent).toHaveLength(1);
  });

  test('explains up to twenty cookies that stay, related ones first', () => {
    const jar = jarWith([]);
    for (let i = 0; i < 60; i += 1)
      jar.put(cookie({ domain: `site${String(i)}.example`, creationNumber: i }));
    jar.put(cookie({ creationNumber: 100 }));
    const { withheld } = jar.retrieve(access({ url: 'https://api.shop.example/' }));
    expect(withheld.map(({ code }) => code)).toEqual([
      'host-only',
      ...Array<string>(19).fill('domain'),
    ]);
  });

  test('never writes while it is asked', () => {
    const cookies = new Map([[cookieKey(cookie()), cookie()]]);
    const jar = new CookieJar(cookies);
    const write = () => expect.unreachable();
    cookies.set = write;
    cookies.delete = write;
    const retrieval = jar.retrieve(access({ now: NOW + 5 }));
    jar.decide('a=; Max-Age=0', access());
    expect([retrieval.fieldValue, jar.all()]).toEqual(['a=1', [cookie()]]);
  });

  test('notes the use of what was sent, once a minute', () => {
    const jar = jarWith(['a=1', 'b=1; Path=/cart']);
    const touchAfter = (ms: number): number[] => {
      jar.touch(jar.retrieve(access({ now: NOW + ms })), NOW + ms);
      return jar.all().map(({ lastAccessTime }) => lastAccessTime - NOW);
    };
    expect(touchAfter(MINUTE - 1)).toEqual([0, 0]);
    expect(touchAfter(MINUTE)).toEqual([MINUTE, 0]);
  });

  test('removes what has expired, and session cookies when it is closed', () => {
    const jar = jarWith(['a=1', 'b=1; Max-Age=60', 'c=1; Max-Age=61']);
    expect(jar.removeExpired(NOW + 60_000).map(({ name }) => name)).toEqual(['b']);
    expect(jar.removeSessionCookies().map(({ name }) => name)).toEqual(['a']);
    expect(jar.all().map(({ name }) => name)).toEqual(['c']);
  });

  test('treats an expired cookie as gone', () => {
    const jar = jarWith(['a=1; Max-Age=1']);
    const decision = jar.set('a=1', access({ now: NOW + 5000 }));
    expect(decision).toMatchObject({
      code: 'stored',
      previous: null,
      cookie: { creationTime: NOW + 5000 },
    });
  });

  test('finds what a restore put into its map', () => {
    const cookies = new Map<string, Cookie>();
    const jar = new CookieJar(cookies);
    jar.set('a=1', access());
    const other = cookie({ name: 'b', domain: 'news.example', creationNumber: 7 });
    cookies.clear();
    cookies.set(cookieKey(other), other);
    jar.reindex();
    expect(jar.retrieve(access({ url: 'https://news.example/' })).fieldValue).toBe('b=1');
    expect(jar.decide('c=1', access())).toMatchObject({ cookie: { creationNumber: 8 } });
  });

  test('looks at no more cookies than the host has', () => {
    const read: string[] = [];
    class WatchedMap extends Map<string, Cookie> {
      override get(key: string): Cookie | undefined {
        read.push(key);
        return super.get(key);
      }
      override *values(): MapIterator<Cookie> {
        for (const one of super.values()) {
          read.push(cookieKey(one));
          yield one;
        }
        return undefined;
      }
    }
    const jar = new CookieJar(new WatchedMap());
    for (let i = 0; i < 500; i += 1)
      jar.put(cookie({ domain: `site${String(i)}.example`, creationNumber: i }));
    jar.put(cookie({ creationNumber: 1000 }));
    read.length = 0;
    jar.retrieve(access());
    expect(read.length).toBeLessThanOrEqual(1);
    jar.all();
    expect(read.length).toBeGreaterThan(500);
  });
});

describe('room', () => {
  const limits = {
    perDomain: 4,
    purgePerDomain: 2,
    quotas: { low: 0, medium: 1, high: 1 },
    total: 6,
    purgeTotal: 2,
    perPartition: 2,
    octetsPerPartition: 100,
  };

  test('is made in a domain: not Secure first, least recently used first', () => {
    const jar = jarWith(['a=1; Secure', 'b=1', 'c=1', 'd=1'], { limits });
    jar.touch(
      {
        sent: jar.retrieve(access()).sent.filter(({ cookie: { name } }) => name === 'b'),
        withheld: [],
        fieldValue: null,
      },
      NOW + MINUTE,
    );
    const evicted = jar.commit(jar.decide('e=1', access({ now: NOW + MINUTE + 1 })));
    expect(evicted.map(({ name }) => name)).toEqual(['c', 'd', 'b']);
    expect(jar.all().map(({ name }) => name)).toEqual(['a', 'e']);
  });

  test.each([
    [
      'low priority first',
      ['a=1', 'b=1; Priority=Low; Secure', 'c=1', 'd=1; Priority=low'],
      'd b a',
    ],
    ['high priority last', ['a=1; Priority=High', 'b=1; Secure', 'c=1', 'd=1'], 'c d e'],
    ['as many as the quota keeps', ['a=1; Priority=High', 'b=1', 'c=1', 'd=1'], 'b c d'],
    ['Secure spares', ['a=1; Secure', 'b=1', 'c=1; Secure', 'd=1; Secure'], 'b e a'],
    ['what is no priority is medium', ['a=1; Priority=x', 'b=1', 'c=1', 'd=1'], 'a b c'],
  ])('is made in a domain by rounds: %s', (_what, fields, names) => {
    const jar = jarWith(fields, { limits });
    const evicted = jar.commit(jar.decide('e=1', access()));
    expect(evicted.map(({ name }) => name).join(' ')).toBe(names);
  });

  test('is made in a domain by what has expired, if that is enough', () => {
    const jar = jarWith(['a=1; Max-Age=1', 'b=1', 'c=1', 'd=1'], { limits });
    const evicted = jar.commit(jar.decide('e=1', access({ now: NOW + 5000 })));
    expect(evicted.map(({ name }) => name)).toEqual(['a']);
  });

  test('is made in the whole jar by what was not used for 30 days', () => {
    const jar = new CookieJar(new Map(), { limits });
    const ages = [40, 35, 31, 10, 1, 0];
    ages.forEach((days, i) => {
      jar.put(
        cookie({
          domain: `s${String(i)}.example`,
          lastAccessTime: NOW - days * 24 * 60 * MINUTE,
          creationNumber: i,
        }),
      );
    });
    const evicted = jar.commit(jar.decide('a=1', access()));
    expect(evicted.map(({ domain }) => domain)).toEqual(['s0.example', 's1.example', 's2.example']);
  });

  test('is made in a partition one by one, also for octets', () => {
    const jar = new CookieJar(new Map(), { limits });
    const set = (field: string) =>
      jar.commit(jar.decide(`${field}; Secure; Partitioned`, access())).map(({ name }) => name);
    expect([set('a=1'), set('b=1'), set('c=1'), set(`d=${'x'.repeat(99)}`)]).toEqual([
      [],
      [],
      ['a'],
      ['b', 'c'],
    ]);
  });

  test('stays within Chromium’s 180 a domain', () => {
    const jar = jarWith(Array.from({ length: 181 }, (_, i) => `c${String(i)}=1`));
    expect(jar.all()).toHaveLength(150);
  });
});

describe('for any cookies', () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9_-]{1,8}$/);
  const host = fc.constantFrom('shop.example', 'api.shop.example', 'news.example', 'localhost');
  const path = fc.constantFrom('/', '/cart', '/cart/1', '/cartoon');
  const attribute = fc.constantFrom(
    'Secure',
    'HttpOnly',
    'SameSite=Lax',
    'SameSite=None',
    'SameSite=Strict',
    'Path=/',
    'Path=/cart',
    'Domain=shop.example',
    'Max-Age=10',
    'Max-Age=0',
    'Partitioned',
    'Expires=nonsense',
  );
  const anyAccess = fc.record({
    url: fc
      .tuple(fc.constantFrom('http', 'https'), host, path)
      .map(([scheme, h, p]) => `${scheme}://${h}${p}`),
    api: fc.constantFrom('http' as const, 'script' as const),
    sameSiteContext: fc.constantFrom(
      'strict' as const,
      'lax' as const,
      'lax-method-unsafe' as const,
      'cross-site' as const,
    ),
    topLevelSite: fc.constantFrom(null, 'https://shop.example', 'https://news.example'),
    now: fc.integer({ min: NOW, max: NOW + 20_000 }),
  });
  const field = fc
    .tuple(name, name, fc.array(attribute))
    .map(([n, v, attributes]) => [`${n}=${v}`, ...attributes].join('; '));

  test('each one sent keeps every rule, and each one stored is decided', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, anyAccess)), anyAccess, (sets, request) => {
        const jar = new CookieJar(new Map());
        for (const [value, setAccess] of sets) jar.set(value, setAccess);
        const { sent, withheld } = jar.retrieve(request);
        expect(sent.length + withheld.length).toBe(jar.all().length);
        const { hostname, pathname, protocol } = new URL(request.url);
        for (const { cookie: one } of sent) {
          expect(
            one.hostOnly ? hostname === one.domain : `.${hostname}`.endsWith(`.${one.domain}`),
          ).toBe(true);
          expect(`${pathname}/`.startsWith(one.path === '/' ? '/' : `${one.path}/`)).toBe(true);
          expect(one.secureOnly && protocol === 'http:' && hostname !== 'localhost').toBe(false);
          expect(one.httpOnly && request.api === 'script').toBe(false);
          expect(one.expiryTime ?? Infinity).toBeGreaterThan(request.now);
          expect(one.sameSite === 'strict' && request.sameSiteContext !== 'strict').toBe(false);
          expect(one.sameSite !== 'none' && request.sameSiteContext === 'cross-site').toBe(false);
        }
      }),
    );
  });

  test('what was stored comes back to the same page', () => {
    fc.assert(
      fc.property(name, name, (n, v) => {
        fc.pre(!n.startsWith('__'));
        expect(jarWith([`${n}=${v}`]).retrieve(access()).fieldValue).toBe(`${n}=${v}`);
      }),
    );
  });

  test('no field value makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string()),
        anyAccess,
        (pair, attributes, setAccess) => {
          jarWith([]).set(
            [
              pair,
              ...attributes.map((text) => `Domain=${text}; Path=${text}; Max-Age=${text}`),
            ].join(';'),
            setAccess,
          );
        },
      ),
    );
  });
});
