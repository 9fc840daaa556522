import { expect, test } from 'vitest';
import { requestText } from '../../../src/http/wire-text.ts';
import { brokenInvariants } from '../../../src/lab/invariants.ts';
import { terminalId } from '../../../src/lab/computers.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from './test-lab.ts';

const front = 'https://shop.example/';

async function asked(lab: Lab, url: string) {
  await lab.ask(url);
  const exchange = lab.exchanges.findLast(({ browserId }) => browserId === terminalId);
  if (exchange === undefined) throw new Error('nothing was sent');
  return exchange;
}

test('a client without a window gets the page that a browser gets', async () => {
  const lab = testLab();
  await lab.visit(front);
  const [page] = lab.exchanges;
  const bare = await asked(lab, front);
  expect(bare.response?.content).toBe(page?.response?.content);
  expect(bare.response?.status).toBe(200);
  expect(brokenInvariants(lab)).toEqual([]);
});

test('its request has few lines, and nothing that a browser adds', async () => {
  const { request } = await asked(testLab(), front);
  expect(requestText(request)).toBe(
    'GET / HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: curl/8.5.0\r\nAccept: */*\r\nAccept-Language: en\r\n\r\n',
  );
});

test('it loads no pictures, follows no redirect and keeps no cookie', async () => {
  const lab = testLab();
  const picture = await asked(lab, front);
  expect(lab.exchanges).toEqual([picture]);
  expect((await asked(lab, 'https://shop.example/account')).response?.status).toBe(303);
  await asked(lab, 'https://ads.example/');
  expect(lab.exchanges).toHaveLength(3);
  expect(lab.exchanges.at(-1)?.setCookies).toMatchObject([{ ok: false }]);
  const again = await asked(lab, 'https://ads.example/');
  expect(again.cookies.fieldValue).toBeNull();
});

test('it has nothing of the jar of the browser beside it, and its address', async () => {
  const lab = testLab();
  lab.changeSettings({ remember: 'by-address' });
  await signIn(lab);
  const bare = await asked(lab, 'https://shop.example/account');
  expect(bare.cookies.sent).toEqual([]);
  expect(bare.trace.map(({ code }) => code)).toContain('address-believed');
});

test('a name that nobody answers to is no response', async () => {
  const bare = await asked(testLab(), 'https://bakery.example/');
  expect(bare.failure).toBe('name-not-resolved');
  expect(bare.response).toBeNull();
});

test('what it asked can be taken back', async () => {
  const lab = testLab();
  await lab.ask(front);
  lab.undo();
  expect(lab.exchanges).toEqual([]);
});
