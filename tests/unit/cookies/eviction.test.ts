import { describe, expect, test } from 'vitest';
import type { Cookie, CookiePriority } from '../../../src/cookies/cookie.ts';
import { victimsByRounds } from '../../../src/cookies/priority-rounds.ts';
import {
  CHROMIUM_LIMITS,
  overDomainLimit,
  overPartitionLimit,
  overTotalLimit,
} from '../../../src/cookies/eviction.ts';
import { access, cookie, DAY, jarWith, NOW } from './access.ts';

/** Written as `3 low, 2 medium secure`; each is used a millisecond after the one before. */
function cookies(text: string): Cookie[] {
  const kinds = text.split(', ').flatMap((part) => {
    const [count, priority, secure] = part.split(' ');
    const kind = { priority: priority as CookiePriority, secureOnly: secure === 'secure' };
    return Array.from({ length: Number(count) }, () => kind);
  });
  return kinds.map((kind, i) =>
    cookie({ ...kind, name: `c${String(i)}`, creationNumber: i, lastAccessTime: NOW + i }),
  );
}

function kindsOf(purged: readonly Cookie[]): string {
  const counts = new Map<string, number>();
  for (const { priority = 'medium', secureOnly } of purged) {
    const kind = `${priority}${secureOnly ? ' secure' : ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
}

// Chromium, net/cookies/cookie_monster.cc: 180 a domain, then 150; of those 30 low, 50 medium, 70 high.
describe('from a domain with 181 cookies go', () => {
  test.each([
    ['181 medium', '31 medium'],
    ['181 low', '31 low'],
    ['181 high', '31 high'],
    ['181 medium secure', '31 medium secure'],
    ['61 low, 60 medium, 60 high', '31 low'],
    // Low and Secure goes before medium and not Secure.
    ['61 low secure, 120 medium', '31 low secure'],
    ['40 low, 41 low secure, 100 medium', '31 low'],
    ['10 low, 71 low secure, 100 medium', '10 low, 21 low secure'],
    // The quota of a priority stays, even of the low one.
    ['30 low, 151 medium', '31 medium'],
    ['40 low, 141 medium', '10 low, 21 medium'],
    // What is not Secure goes first, of high priority too.
    ['80 medium secure, 101 high', '31 high'],
    ['100 medium secure, 71 high, 10 high secure', '11 high, 20 medium secure'],
    ['31 medium, 50 medium secure, 100 high secure', '31 medium'],
    ['50 medium, 131 high secure', '31 high secure'],
  ])('%s: %s', (stored, gone) => {
    expect(kindsOf(overDomainLimit(cookies(stored), CHROMIUM_LIMITS))).toBe(gone);
  });
});

describe('within a round', () => {
  test('the least recently used go first, then the oldest', () => {
    const [a, b, c] = cookies('3 medium');
    const again = [a, b, c].map((one) => cookie({ ...one, lastAccessTime: NOW }));
    const limits = {
      ...CHROMIUM_LIMITS,
      perDomain: 2,
      purgePerDomain: 0,
      quotas: { low: 0, medium: 0, high: 0 },
    };
    expect(overDomainLimit(again.reverse(), limits).map(({ name }) => name)).toEqual(['c0']);
  });

  test('nothing goes without a goal', () => {
    expect(victimsByRounds(cookies('5 low'), 0, { low: 0, medium: 0, high: 0 })).toEqual([]);
  });
});

test('180 cookies may stay', () => {
  expect(overDomainLimit(cookies('180 low'), CHROMIUM_LIMITS)).toEqual([]);
});

describe('from a jar with 3,301 cookies go', () => {
  const used = (count: number, days: number, change: Partial<Cookie> = {}): Cookie[] =>
    cookies(`${String(count)} medium`).map((one) => ({
      ...one,
      ...change,
      lastAccessTime: NOW - days * DAY,
    }));

  test.each<[stored: string, Cookie[], gone: number]>([
    ['all used today', used(3301, 0), 0],
    ['all used 30 days ago', used(3301, 30), 0],
    ['all used 31 days ago', used(3301, 31), 301],
    ['a hundred used 31 days ago', [...used(3201, 30), ...used(100, 31)], 100],
    ['one fewer, all of them old', used(3300, 31), 0],
  ])('%s', (_, stored, gone) => {
    expect(overTotalLimit(stored, NOW, CHROMIUM_LIMITS)).toHaveLength(gone);
  });

  test('those that are not Secure first, be they used later', () => {
    const stored = [...used(3200, 90, { secureOnly: true }), ...used(101, 31)];
    expect(
      overTotalLimit(stored, NOW, CHROMIUM_LIMITS).map(({ secureOnly }) => secureOnly),
    ).toEqual([...Array<boolean>(101).fill(false), ...Array<boolean>(200).fill(true)]);
  });
});

// CHIPS: 180 cookies and 10 KiB of names and values for each domain in each partition.
describe('from a partition go', () => {
  test.each([
    [180, 1, 0],
    [181, 1, 1],
    [2, 5118, 0],
    [2, 5119, 1],
    [5, 4000, 3],
  ])('of %i cookies with values of %i octets: %i', (count, size, gone) => {
    const stored = cookies(`${String(count)} high secure`).map((one) => ({
      ...one,
      value: 'x'.repeat(size),
    }));
    expect(overPartitionLimit(stored, CHROMIUM_LIMITS)).toEqual(stored.slice(0, gone));
  });
});

test('partitioned cookies do not count with the others', () => {
  const jar = jarWith([]);
  const partitions = ['https://a.example', 'https://b.example'];
  for (const partitionKey of partitions)
    for (const { name } of cookies('150 medium')) jar.put(cookie({ name, partitionKey }));
  for (const { name } of cookies('150 medium')) jar.put(cookie({ name }));
  jar.set('one=more', access());
  expect(jar.all()).toHaveLength(451);
});
