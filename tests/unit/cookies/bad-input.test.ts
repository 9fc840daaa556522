import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CookieJar } from '../../../src/cookies/cookie-jar.ts';
import { parseCookieDate } from '../../../src/cookies/cookie-date.ts';
import { access, jarWith, NOW } from './access.ts';

const MEGABYTE = 1_000_000;

test.each(['', 'shop.example', 'https://', 'about:blank', 'data:,a', 'file:///tmp/a', 'null'])(
  'for the URL %j there are no cookies, and the reason says so',
  (url) => {
    const jar = jarWith(['a=1']);
    expect(jar.decide('a=1', access({ url }))).toMatchObject({
      ok: false,
      code: 'url-without-cookies',
      values: { url },
    });
    expect(jar.retrieve(access({ url }))).toMatchObject({
      sent: [],
      withheld: [{ code: 'url-without-cookies', values: { url } }],
      fieldValue: null,
    });
  },
);

test('any string as Set-Cookie, URL and top-level site gets a decision', () => {
  const anyUrl = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl());
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), anyUrl, anyUrl, (field, url, topLevelSite) => {
      const jar = jarWith(['a=1']);
      expect(jar.set(field, access({ url, topLevelSite })).code).toMatch(/^[a-z-]+$/);
      expect(jar.retrieve(access({ url, topLevelSite })).sent.length).toBeLessThanOrEqual(2);
    }),
  );
}, 30_000);

// What takes more than linear time here takes minutes, and the runner gives up.
test.each([
  ['a value', 'x'],
  ['spaces', ' '],
  ['semicolons', ';'],
  ['equals signs', '='],
  ['attributes', '; Path=/a'],
  ['unknown attributes', ';b'],
  ['three octets each', '빵'],
])(
  'a megabyte of %s gets a decision',
  (_, unit) => {
    const text = unit.repeat(MEGABYTE / unit.length);
    for (const field of [text, `a=1${text}b`, `a=1; Domain=${text}b`, `a=1; Expires=${text}b`])
      expect(jarWith([]).set(field, access()).code).toMatch(/^[a-z-]+$/);
    expect(parseCookieDate(text)).toBeNull();
  },
  30_000,
);

test('a megabyte of URL gets a decision', () => {
  const jar = jarWith(['a=1']);
  const url = `https://shop.example/${'a/'.repeat(MEGABYTE / 2)}`;
  expect(jar.decide('b=1', access({ url })).code).toBe('stored');
  expect(jar.retrieve(access({ url })).fieldValue).toBe('a=1');
  const host = `https://${'a.'.repeat(MEGABYTE / 2)}example/`;
  expect(jar.retrieve(access({ url: host })).fieldValue).toBeNull();
});

test('the jar never passes its limits, whatever is set when', () => {
  const limits = {
    perDomain: 6,
    purgePerDomain: 2,
    quotas: { low: 1, medium: 1, high: 2 },
    total: 9,
    purgeTotal: 3,
    perPartition: 3,
    octetsPerPartition: 12,
  };
  const step = fc.record({
    name: fc.stringMatching(/^[a-z]{1,2}$/),
    attributes: fc.subarray([
      'Secure',
      'Priority=Low',
      'Priority=High',
      'Max-Age=9',
      'Partitioned',
    ]),
    host: fc.constantFrom('shop.example', 'api.shop.example', 'news.example', 'a.test', 'b.test'),
    days: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const jar = new CookieJar(new Map(), { limits });
      let now = NOW;
      for (const { name, attributes, host, days } of steps) {
        now += days * 24 * 60 * 60_000;
        jar.set([`${name}=1`, ...attributes].join(';'), access({ url: `https://${host}/`, now }));
        const counts = new Map<string, number>();
        for (const { domain, partitionKey } of jar.all()) {
          const group = `${domain.split('.').slice(-2).join('.')} ${String(partitionKey)}`;
          counts.set(group, (counts.get(group) ?? 0) + 1);
        }
        for (const [group, count] of counts)
          expect(count).toBeLessThanOrEqual(group.endsWith(' null') ? 6 : 3);
        const plain = jar.all().filter(({ partitionKey }) => partitionKey === null);
        const recent = plain.filter((one) => now - one.lastAccessTime <= 30 * 24 * 60 * 60_000);
        expect(plain.length).toBeLessThanOrEqual(Math.max(9, recent.length));
      }
    }),
  );
}, 20_000);
