import { expect, test } from 'vitest';
import { lastRows } from '../../../src/ui/wire/exchange-rows.ts';
import { exchange, request, signIn } from '../../components/fixtures/exchanges.ts';

test('sub-resources are folded into the exchange of their page', () => {
  const [form, post, cart, ...pictures] = signIn();
  const { rows, earlier } = lastRows([form, post, cart, ...pictures], 60);
  expect(rows).toEqual([
    { exchange: form, folded: [] },
    { exchange: post, folded: [] },
    { exchange: cart, folded: pictures },
  ]);
  expect(earlier).toBe(0);
});

test('a redirect follows its cause, whatever came between', () => {
  const [, post, cart] = signIn();
  const other = exchange();
  const { rows } = lastRows([post, other, cart], 60);
  expect(rows.map((row) => row.exchange)).toEqual([post, cart, other]);
});

test('a redirect whose cause is out of sight stands alone', () => {
  const [, post, cart] = signIn();
  const { rows, earlier } = lastRows([post, cart], 1);
  expect(rows.map((row) => row.exchange)).toEqual([cart]);
  expect(earlier).toBe(1);
});

test('a preflight is folded into the request for which it asked, each into its own', () => {
  const url = 'https://api.shop.example/me';
  const preflight = () => exchange({ kind: 'preflight', request: request('OPTIONS', url) });
  const asked = () => exchange({ kind: 'fetch', cause: 'fetch', request: request('PUT', url) });
  const [one, first, two, second] = [preflight(), asked(), preflight(), asked()];
  expect(lastRows([one, first, two, second], 60).rows).toEqual([
    { exchange: first, folded: [one] },
    { exchange: second, folded: [two] },
  ]);
});

test('a preflight that was refused, or of another tab, stands alone', () => {
  const url = 'https://api.shop.example/me';
  const refused = exchange({ kind: 'preflight', request: request('OPTIONS', url) });
  const elsewhere = exchange({ kind: 'fetch', tabId: 'tab-2', request: request('PUT', url) });
  expect(lastRows([refused, elsewhere], 60).rows).toEqual([
    { exchange: refused, folded: [] },
    { exchange: elsewhere, folded: [] },
  ]);
});

test('a long log is read from its end, no further than needed', () => {
  const read = new Set<string>();
  const one = exchange();
  const log = new Proxy(
    Array.from({ length: 10_000 }, () => one),
    {
      get: (target, key, receiver) => {
        read.add(String(key));
        return Reflect.get(target, key, receiver) as unknown;
      },
    },
  );
  const { rows, earlier } = lastRows(log, 60);
  expect([rows.length, earlier]).toEqual([60, 9940]);
  expect(read.size).toBeLessThan(70);
});
