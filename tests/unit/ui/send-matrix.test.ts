import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import {
  askers,
  routeEnds,
  sendMatrix,
  type Asker,
  type MatrixRoute,
  type MatrixSurroundings,
} from '../../../src/ui/browser/send-matrix.ts';
import { cookie, now } from '../../components/fixtures/exchanges.ts';

const quiet: MatrixSurroundings = { now, thirdPartyCookies: 'allowed', pageUrl: null };
const old = { creationTime: now - 10 * 60_000 };

/** `✓` or the code, row by row: link, address bar, form, image, fetch, frame, script. */
function column(
  route: MatrixRoute,
  change: Partial<Cookie>,
  surroundings: Partial<MatrixSurroundings> = {},
): string[] {
  const matrix = sendMatrix(cookie({ ...old, ...change }), { ...quiet, ...surroundings });
  return matrix.flat().flatMap((cell) => (cell.route === route ? [cell.decision.code] : []));
}

const allSent = Array.from(askers, () => 'sent');

test.each<readonly [Partial<Cookie>, MatrixRoute, readonly string[]]>([
  [{ httpOnly: false }, 'same-site', allSent],
  [{}, 'same-site', [...allSent.slice(0, 6), 'http-only']],
  [{ httpOnly: false, sameSite: 'none' }, 'cross-site', allSent],
  [
    { httpOnly: false, sameSite: 'lax' },
    'cross-site',
    ['sent', 'sent', ...Array.from({ length: 5 }, () => 'same-site-lax')],
  ],
  [
    { httpOnly: false, sameSite: 'strict' },
    'cross-site',
    ['same-site-strict', 'sent', ...Array.from({ length: 5 }, () => 'same-site-strict')],
  ],
  [{ httpOnly: false }, 'subdomain', Array.from(askers, () => 'host-only')],
  [{ httpOnly: false, hostOnly: false }, 'subdomain', allSent],
  [{ httpOnly: false }, 'http', Array.from(askers, () => 'secure')],
  [{ httpOnly: false, secureOnly: false }, 'http', allSent],
])('a cookie with %j, %s: %j', (change, route, codes) => {
  expect(column(route, change)).toEqual(codes);
});

test('a cookie without SameSite goes with a cross-site POST for two minutes, and not after', () => {
  const form = askers.indexOf('form');
  const age = (seconds: number) =>
    column('cross-site', { sameSite: 'unspecified', creationTime: now - seconds * 1000 })[form];
  expect([age(119), age(121)]).toEqual(['sent', 'same-site-unspecified']);
});

test('third parties are what the browser’s policy says', () => {
  const embedded = (thirdPartyCookies: MatrixSurroundings['thirdPartyCookies']) =>
    column('cross-site', { sameSite: 'none', httpOnly: false }, { thirdPartyCookies });
  expect(embedded('blocked')).toEqual([
    'sent',
    'sent',
    'sent',
    ...Array.from({ length: 4 }, () => 'third-party-blocked'),
  ]);
  expect(embedded('partitioned').slice(3)).toEqual(Array.from({ length: 4 }, () => 'partition'));
});

test.each<readonly [Partial<Cookie>, string | null, string]>([
  [{}, null, 'https://evil.example/'],
  [{}, 'https://news.example/today', 'https://news.example/today'],
  [{}, 'https://api.shop.example/', 'https://evil.example/'],
  [{ domain: 'evil.example' }, null, 'https://news.example/'],
  [{ partitionKey: 'https://news.example' }, 'https://evil.example/', 'https://news.example'],
])('the other site for %j on %s is %s', (change, pageUrl, from) => {
  expect(routeEnds(cookie(change), 'cross-site', pageUrl).from).toBe(from);
});

test('an IP address has no subdomain', () => {
  const routes = sendMatrix(cookie({ domain: '192.0.2.1' }), quiet)[0]?.map(({ route }) => route);
  expect(routes).toEqual(['same-site', 'cross-site', 'http']);
});

test('whatever the cookie, each cell has a verdict, and the address bar is nobody’s', () => {
  const sameSite = fc.constantFrom<Cookie['sameSite']>('strict', 'lax', 'none', 'unspecified');
  fc.assert(
    fc.property(
      fc.record({
        sameSite,
        secureOnly: fc.boolean(),
        httpOnly: fc.boolean(),
        hostOnly: fc.boolean(),
        domain: fc.constantFrom('shop.example', 'ads.example', '127.0.0.1', 'localhost'),
        partitionKey: fc.constantFrom(null, 'https://news.example', 'nonsense'),
      }),
      fc.constantFrom<MatrixSurroundings['thirdPartyCookies']>('allowed', 'blocked', 'partitioned'),
      (change, thirdPartyCookies) => {
        const matrix = sendMatrix(cookie(change), { ...quiet, thirdPartyCookies });
        expect(matrix.map((row) => row[0]?.asker)).toEqual<(Asker | undefined)[]>([...askers]);
        const typed = matrix[askers.indexOf('address-bar')] ?? [];
        expect(typed[0]?.decision.ok).toBe(typed[1]?.decision.ok);
      },
    ),
  );
});
