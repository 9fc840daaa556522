import { expect, test } from 'vitest';
import { Town } from './support/guest.ts';
import { testLab } from '../lab/test-lab.ts';

test('the attacker’s page holds a form of the bakery’s, and asks for nothing', async () => {
  const lab = testLab();
  await lab.visit('https://evil.example/');
  const page = lab.exchanges.find(({ kind }) => kind === 'navigation');
  expect(page?.response?.status).toBe(200);
  expect(page?.response?.content).toContain('method="post" action="https://shop.example/orders"');
  expect(lab.exchanges.every(({ setCookies }) => setCookies.length === 0)).toBe(true);
});

test('what it does not have is not found', async () => {
  const lab = testLab();
  await lab.visit('https://evil.example/bread');
  expect(lab.exchanges[0]?.response?.status).toBe(404);
  expect(lab.exchanges[0]?.trace.map(({ code }) => code)).toEqual(['route-unknown']);
});

test('an order needs somebody to place it', async () => {
  const town = new Town();
  const answer = await town.guest().post('/orders', {});
  expect(answer.status).toBe(303);
  expect(answer.field('Location')).toContain('/login');
});
