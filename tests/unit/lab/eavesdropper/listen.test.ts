import { describe, expect, test } from 'vitest';
import { listen } from '../../../../src/lab/eavesdropper/listen.ts';
import { overhear } from '../../../../src/lab/eavesdropper/overhear.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from '../test-lab.ts';

const inCafe = (lab: Lab) => listen(lab.log, lab.exchanges, 'cafe');

async function signInWithoutTls(lab: Lab): Promise<void> {
  await lab.visit('http://shop.example/login');
  await lab.submitForm({
    action: '/login',
    method: 'post',
    entries: [
      ['username', 'alice'],
      ['password', 'butter'],
    ],
  });
}

test('nobody who is elsewhere is heard', async () => {
  const lab = testLab();
  await signInWithoutTls(lab);
  expect(inCafe(lab)).toEqual([]);
  lab.joinNetwork('cafe');
  await lab.visit('http://shop.example/');
  lab.joinNetwork('home');
  await lab.visit('http://shop.example/cart');
  const [page] = inCafe(lab);
  expect(page).toMatchObject({ host: 'shop.example', inClear: true });
  expect(inCafe(lab).filter((heard) => heard.inClear && /^GET \/cart/.test(heard.request))).toEqual(
    [],
  );
});

describe('in the café', () => {
  test('without TLS every letter is heard, the password and the session too', async () => {
    const lab = testLab();
    lab.changeCookieAttributes({ secure: false });
    lab.joinNetwork('cafe');
    await signInWithoutTls(lab);
    const [session] = lab.sessions;
    const heard = inCafe(lab).filter((one) => one.inClear);
    expect(heard.map(({ request }) => request).join()).toContain('password=butter');
    const keys = heard.flatMap((one) => one.keys);
    expect(keys).toContainEqual({ kind: 'password', name: 'password', value: 'butter' });
    expect(keys).toContainEqual({ kind: 'set-cookie', name: 'sid', value: session?.id });
    expect(keys).toContainEqual({ kind: 'cookie', name: 'sid', value: session?.id });
  });

  test('with TLS only whom it is for, and how much', async () => {
    const lab = testLab();
    lab.joinNetwork('cafe');
    await signIn(lab);
    const heard = inCafe(lab);
    expect(new Set(heard.map(({ host, inClear }) => `${host} ${inClear}`))).toEqual(
      new Set(['shop.example false']),
    );
    const told = JSON.stringify(heard);
    expect(told).not.toMatch(/butter|alice|login|Cookie/);
    for (const { id } of lab.sessions) expect(told).not.toContain(id);
  });

  test('tickets in addresses and bearers are keys like any other', () => {
    const request = {
      method: 'GET',
      targetUri: 'http://shop.example/cart?ticket=abc',
      fields: [['Authorization', 'Bearer xyz']] as const,
      content: '',
    };
    expect(overhear({ id: 'exchange-1', request, response: null })).toMatchObject({
      response: null,
      keys: [
        { kind: 'address', name: 'ticket', value: 'abc' },
        { kind: 'authorization', name: 'Authorization', value: 'Bearer xyz' },
      ],
    });
  });
});
