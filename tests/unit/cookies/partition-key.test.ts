import { describe, expect, test } from 'vitest';
import type { CookieAccess } from '../../../src/cookies/access.ts';
import {
  canonicalPartitionKey,
  hasCrossSiteAncestor,
  partitionKeyOf,
  partitionSite,
} from '../../../src/cookies/partition-key.ts';
import { lastLabelIsPublic } from '../../../src/http/origin.ts';
import { access, jarWith } from './access.ts';

const SHOP = 'https://shop.example';
const NEWS = 'https://news.example';
const THROUGH = `${SHOP} (cross-site ancestor)`;
const through: Partial<CookieAccess> = { topLevelSite: SHOP, hasCrossSiteAncestor: true };

test.each([
  [{}, SHOP],
  [{ topLevelSite: SHOP }, SHOP],
  [{ topLevelSite: SHOP, hasCrossSiteAncestor: false }, SHOP],
  [{ topLevelSite: NEWS }, NEWS],
  [through, THROUGH],
  [{ ...through, url: 'https://api.shop.example/' }, THROUGH],
  [{ ...through, url: 'https://ads.example/' }, SHOP],
])('%j: %s', (change, key) => {
  const made = partitionKeyOf(access(change), lastLabelIsPublic);
  expect(made).toBe(key);
  expect(partitionSite(made)).toBe(change.topLevelSite ?? SHOP);
  expect(hasCrossSiteAncestor(made)).toBe(key === THROUGH);
});

test.each([
  [SHOP, SHOP],
  ['https://API.shop.example:8443/x', SHOP],
  [`https://api.shop.example (cross-site ancestor)`, THROUGH],
  ['shop', null],
  ['', null],
  [' (cross-site ancestor)', null],
])('%j, written by hand: %s', (written, key) => {
  expect(canonicalPartitionKey(written)).toBe(key);
});

/** As measured in Chromium 156. */
describe('a page within one of another site within its own', () => {
  const partitioned = 'p=1; SameSite=None; Secure; Partitioned';
  const ordinary = 'o=1; SameSite=None; Secure';

  test.each([
    [{}, {}, 'p=1'],
    [{}, through, null],
    [through, {}, null],
    [through, through, 'p=1'],
    [{ topLevelSite: SHOP }, { topLevelSite: NEWS, hasCrossSiteAncestor: false }, null],
  ] as const)('a partitioned cookie, set with %j, asked for with %j: %s', (by, then, sent) => {
    const jar = jarWith([]);
    expect(jar.set(partitioned, access(by)).ok).toBe(true);
    expect(jar.retrieve(access(then)).fieldValue).toBe(sent);
  });

  test('is a third party: blocked with them, but for its own partition', () => {
    const jar = jarWith([ordinary], { thirdPartyCookies: () => 'blocked' });
    expect(jar.decide(ordinary, access(through))).toMatchObject({ code: 'third-party-blocked' });
    expect(jar.set(partitioned, access(through))).toMatchObject({ code: 'stored' });
    expect(jar.retrieve(access(through))).toMatchObject({
      fieldValue: 'p=1',
      withheld: [{ code: 'third-party-blocked' }],
    });
    expect(jar.retrieve(access())).toMatchObject({ fieldValue: 'o=1' });
  });

  test('has a jar apart where third parties are partitioned', () => {
    const jar = jarWith([ordinary], { thirdPartyCookies: () => 'partitioned' });
    expect(jar.retrieve(access(through)).fieldValue).toBeNull();
    expect(jar.set(ordinary, access(through))).toMatchObject({ cookie: { partitionKey: THROUGH } });
    expect(jar.retrieve(access(through)).fieldValue).toBe('o=1');
  });
});
