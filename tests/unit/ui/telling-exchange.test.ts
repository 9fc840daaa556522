import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/lab/exchange.ts';
import { signIn, testLab } from '../lab/test-lab.ts';
import { tellingExchange } from '../../../src/ui/stage/telling-exchange.ts';

const shop = 'https://shop.example/';

function told(exchange: Exchange | null): string | null {
  return exchange && `${exchange.request.method} ${new URL(exchange.request.targetUri).pathname}`;
}

describe('the exchange to look at', () => {
  test('there is none before the first request', () => {
    expect(tellingExchange([])).toBeNull();
  });

  test('is the page, not its pictures', async () => {
    const lab = testLab();
    await lab.visit(shop);
    expect(told(tellingExchange(lab.exchanges))).toBe('GET /');
  });

  test('is the sign-in that set the cookie, not the page it led to', async () => {
    const lab = testLab();
    await signIn(lab);
    expect(told(tellingExchange(lab.exchanges))).toBe('POST /login');
  });

  test('is the last page once nothing more is stored', async () => {
    const lab = testLab();
    await signIn(lab);
    await lab.visit(`${shop}account`);
    expect(told(tellingExchange(lab.exchanges))).toBe('GET /account');
  });
});
