import { describe, expect, it } from 'vitest';
import { compareWays } from '../../../../src/lab/comparison/compare-ways.ts';
import type { Measures } from '../../../../src/lab/comparison/measures.ts';
import {
  defaultShopSettings,
  type ShopSettings,
  type WayToRemember,
} from '../../../../src/server/shop/settings.ts';
import { testLab } from '../test-lab.ts';

async function compared(
  ways: readonly WayToRemember[],
  settings: Partial<ShopSettings> = {},
): Promise<readonly Measures[]> {
  const measures: Measures[] = [];
  const comparison = compareWays({
    ways,
    settings: { ...defaultShopSettings, ...settings },
    newLab: testLab,
  });
  for await (const one of comparison) measures.push(one);
  return measures;
}

async function measured(way: WayToRemember, settings: Partial<ShopSettings> = {}) {
  const [one] = await compared([way], settings);
  if (one === undefined) throw new Error('nothing was measured');
  return one;
}

const nobody = { entries: 0, octets: 0 };

describe('comparing ways to remember', () => {
  it('nothing: nobody holds anything, the password goes with the form, there is no key', async () => {
    expect(await measured('nothing')).toMatchObject({
      browserHolds: nobody,
      serverHolds: nobody,
      addedOctets: '&username=alice&password=butter'.length,
      work: { 'look-up': 0, signature: 0, password: 1 },
      copy: { fate: 'no-key' },
    });
  });

  it('by address: whoever comes from the same address is Alice, until she signs out', async () => {
    expect(await measured('by-address')).toMatchObject({
      browserHolds: nobody,
      serverHolds: { entries: 1 },
      addedOctets: 0,
      work: { 'look-up': 1 },
      copy: { fate: 'dead-at-sign-out' },
    });
  });

  it('ticket in the URL: the key adds to the address, and the row dies with sign-out', async () => {
    const { addedOctets, ...rest } = await measured('url-ticket');
    expect(addedOctets).toBe('?ticket='.length + 128 / 4);
    expect(rest).toMatchObject({
      browserHolds: nobody,
      serverHolds: { entries: 1 },
      copy: { fate: 'dead-at-sign-out' },
    });
  });

  it('plain cookie: all of it is in the browser, and a copy is good for ever', async () => {
    expect(await measured('plain-cookie')).toMatchObject({
      browserHolds: { entries: 2 },
      serverHolds: nobody,
      work: { 'look-up': 0, signature: 0 },
      copy: { fate: 'outlives-trial' },
    });
    expect((await measured('plain-cookie', { signPlainCookie: true })).work.signature).toBe(2);
  });

  it('session: a small key here, a row there, one look-up, and dead at sign-out', async () => {
    expect(await measured('session')).toMatchObject({
      browserHolds: { entries: 1 },
      serverHolds: { entries: 1 },
      work: { 'look-up': 1, signature: 0 },
      copy: { fate: 'dead-at-sign-out' },
    });
  });

  it('session, replicated: the row is held once on each instance', async () => {
    const instances = { ...defaultShopSettings.instances, count: 3, sessionStore: 'replicated' };
    const { serverHolds } = await measured('session', {
      instances: instances as ShopSettings['instances'],
    });
    expect(serverHolds.entries).toBe(3);
  });

  it('JWT in a cookie: nothing on the server, one signature, and a copy lives until exp', async () => {
    const [session, token] = await compared(['session', 'jwt-cookie'], {
      tokenLifetimeSeconds: 10 * 60,
    });
    expect(token).toMatchObject({
      serverHolds: nobody,
      work: { 'look-up': 0, signature: 1 },
      copy: { fate: 'dies-later', afterMs: 10 * 60_000 },
    });
    expect(token?.addedOctets).toBeGreaterThan(3 * (session?.addedOctets ?? Infinity));
  });

  it('ends before the next way when it is called off', async () => {
    const calledOff = new AbortController();
    const seen: WayToRemember[] = [];
    for await (const { way } of compareWays({
      ways: ['nothing', 'session'],
      settings: defaultShopSettings,
      newLab: testLab,
      signal: calledOff.signal,
    })) {
      seen.push(way);
      calledOff.abort();
    }
    expect(seen).toEqual(['nothing']);
  });
});
