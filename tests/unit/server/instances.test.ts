import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { chooseInstance, instancesOf } from '../../../src/server/instances/balance.ts';
import { balancer, type MachineState } from '../../../src/server/instances/machine.ts';
import {
  balancings,
  defaultInstanceSettings,
  type InstanceSettings,
} from '../../../src/server/instances/settings.ts';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import type { ShopSettings } from '../../../src/server/shop/settings.ts';
import { signIn, testLab } from '../lab/test-lab.ts';

const shop = 'https://shop.example';
const account = `${shop}/account`;

function labWith(change: Partial<InstanceSettings>): Lab {
  const lab = testLab();
  lab.changeInstances(change);
  return lab;
}

/** The instance that answered the last page, as the trace tells. */
function answeredBy(lab: Lab): string {
  const page = lab.exchanges.findLast(({ kind }) => kind === 'navigation');
  const step = page?.trace.find(({ code }) => code === 'instance-chosen');
  return String(step?.values['instance'] ?? 'none');
}

const status = (lab: Lab) =>
  lab.exchanges.findLast(({ kind }) => kind === 'navigation')?.response?.status;

async function isSignedIn(lab: Lab): Promise<boolean> {
  await lab.visit(account);
  return lab.browser.activeTab?.page?.url === account;
}

/** Whether Alice is still known on each of so many visits. */
async function visits(lab: Lab, count: number): Promise<readonly boolean[]> {
  const known: boolean[] = [];
  for (let visit = 0; visit < count; visit += 1) known.push(await isSignedIn(lab));
  return known;
}

describe('sessions in each instance’s memory', () => {
  it('are lost on the way to another instance when requests go in turn', async () => {
    const lab = labWith({ count: 3 });
    await signIn(lab);
    expect(await visits(lab, 3)).toContain(false);
  });

  it('are found again when the balancer sticks to the instance', async () => {
    const lab = labWith({ count: 3, balancing: 'sticky' });
    await signIn(lab);
    const instance = answeredBy(lab);
    expect(await visits(lab, 3)).toEqual([true, true, true]);
    expect(answeredBy(lab)).toBe(instance);
    expect(lab.browser.jar.all().find(({ name }) => name === 'lb')?.value).toBe(instance);
  });

  it('are gone with their instance, and the guest starts anew at another', async () => {
    const lab = labWith({ count: 2, balancing: 'sticky' });
    await signIn(lab);
    const instance = answeredBy(lab);
    lab.stopMachine(instance);
    expect(lab.sessions).toEqual([]);
    expect(await isSignedIn(lab)).toBe(false);
    expect(answeredBy(lab)).not.toBe(instance);
    lab.undo();
    lab.undo();
    expect(await isSignedIn(lab)).toBe(true);
  });
});

describe('a shared store', () => {
  it('is asked by every instance, and survives a deployment', async () => {
    const lab = labWith({ count: 3, sessionStore: 'shared' });
    await signIn(lab);
    expect(await visits(lab, 4)).toEqual([true, true, true, true]);
    lab.restartServer();
    expect(await isSignedIn(lab)).toBe(true);
    const page = lab.exchanges.findLast(({ kind }) => kind === 'navigation');
    expect(page?.trace.find(({ code }) => code === 'session-store-asked')?.values).toEqual({
      ms: 2,
    });
  });

  it('takes every session out while it is down, and brings them back', async () => {
    const lab = labWith({ count: 2, sessionStore: 'shared' });
    await signIn(lab);
    lab.stopMachine('store');
    await lab.visit(account);
    expect(status(lab)).toBe(503);
    lab.startMachine('store');
    expect(await isSignedIn(lab)).toBe(true);
  });

  it('is not needed by a JWT, which any instance verifies', async () => {
    const lab = labWith({ count: 3, sessionStore: 'shared' });
    lab.changeSettings({ remember: 'jwt-cookie' });
    await signIn(lab);
    lab.stopMachine('store');
    expect(await visits(lab, 3)).toEqual([true, true, true]);
  });
});

describe('a shared store that holds what has been taken back of tokens', () => {
  async function account503(change: Partial<ShopSettings>): Promise<boolean> {
    const lab = labWith({ count: 2, sessionStore: 'shared' });
    lab.changeSettings({ remember: 'jwt-cookie', ...change });
    await signIn(lab);
    lab.stopMachine('store');
    await lab.visit(account);
    return lab.browser.activeTab?.page?.status === 503;
  }

  it('is asked only by a shop that takes tokens back', async () => {
    expect(await account503({})).toBe(false);
    expect(await account503({ accessTokenRevocation: 'deny-list' })).toBe(true);
    expect(await account503({ accessTokenRevocation: 'token-version' })).toBe(true);
  });
});

describe('replicated sessions', () => {
  it('are at every instance that runs, and outlive one of them', async () => {
    const lab = labWith({ count: 3, sessionStore: 'replicated' });
    await signIn(lab);
    expect(lab.sessionsByMachine[0]?.machines).toEqual(['shop-1', 'shop-2', 'shop-3']);
    lab.stopMachine('shop-1');
    expect(await visits(lab, 3)).toEqual([true, true, true]);
    lab.startMachine('shop-1');
    expect(lab.sessionsByMachine[0]?.machines).toContain('shop-1');
  });

  it('are revoked everywhere', async () => {
    const lab = labWith({ count: 3, sessionStore: 'replicated' });
    await signIn(lab);
    for (const { id } of lab.sessions) lab.revokeSession(id);
    expect(await visits(lab, 3)).toEqual([false, false, false]);
  });
});

it('answers 503 when no instance runs, and says so', async () => {
  const lab = labWith({ count: 2 });
  lab.stopMachine('shop-1');
  lab.stopMachine('shop-2');
  await lab.visit(account);
  expect(status(lab)).toBe(503);
  expect(lab.exchanges.at(-1)?.trace.map(({ code }) => code)).toEqual(['no-instance']);
});

it('keeps machines and their tables in a snapshot', async () => {
  const lab = labWith({ count: 3, sessionStore: 'replicated' });
  await signIn(lab);
  lab.stopMachine('shop-2');
  const checked = checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())));
  if (!checked.ok) throw new Error(JSON.stringify(checked));
  const next = testLab();
  next.restore(checked.snapshot);
  expect(next.sessionsByMachine).toEqual(lab.sessionsByMachine);
  expect(next.machine('shop-2').running).toBe(false);
});

describe('choosing an instance', () => {
  const machines = new Map<string, MachineState>([
    ['shop-2', { name: 'shop-2', running: false, served: 0 }],
  ]);
  const choose = (settings: Partial<InstanceSettings>, served: number, stuckTo?: string) =>
    chooseInstance({
      machines: new Map([...machines, [balancer, { name: balancer, running: true, served }]]),
      settings: { ...defaultInstanceSettings, count: 3, ...settings },
      stuckTo,
      randomBytes: () => Uint8Array.of(served),
    });

  test.each([
    ['round-robin', 0, undefined, 'shop-1'],
    ['round-robin', 1, undefined, 'shop-3'],
    ['round-robin', 2, undefined, 'shop-1'],
    ['sticky', 0, 'shop-3', 'shop-3'],
    ['sticky', 0, 'shop-2', 'shop-1'],
    ['sticky', 0, 'shop-9', 'shop-1'],
    ['random', 5, undefined, 'shop-3'],
  ] as const)('%s, %i served before, cookie %s: %s', (balancing, served, stuckTo, expected) => {
    expect(choose({ balancing }, served, stuckTo)).toBe(expected);
  });

  it('never chooses one that is stopped or not there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...balancings),
        fc.nat(255),
        fc.option(fc.string(), { nil: undefined }),
        (count, balancing, served, stuckTo) => {
          const chosen = choose({ count, balancing }, served, stuckTo);
          expect(instancesOf({ ...defaultInstanceSettings, count })).toContain(chosen);
          expect(chosen).not.toBe('shop-2');
        },
      ),
    );
  });
});
