import { describe, expect, test } from 'vitest';
import { checkSnapshot } from '../../../../src/lab/check-snapshot.ts';
import { defaultLoadPlan } from '../../../../src/lab/load/load-bench.svelte.ts';
import { total, type LoadPlan } from '../../../../src/lab/load/load-plan.ts';
import { defaultInstanceSettings } from '../../../../src/server/instances/settings.ts';
import { testLab } from '../test-lab.ts';

type Instances = Partial<LoadPlan['instances']>;

async function outcomeOf(change: Partial<LoadPlan>, instances: Instances = {}) {
  const lab = testLab();
  lab.loads.change({
    ...defaultLoadPlan,
    guests: 6,
    requests: 60,
    ...change,
    instances: { ...defaultInstanceSettings, ...instances },
  });
  await lab.loads.run();
  const event = lab.log.at(-1)?.event;
  if (event?.type !== 'load-ran') throw new Error('no load ran');
  return event;
}

const minute = 60_000;

test('by session each request is a look-up, by token a signature; nothing else is broken', async () => {
  const { ways } = await outcomeOf({ breaks: 'nothing' });
  expect(ways.session).toMatchObject({ lookUps: 60, signatures: 0, lostGuests: 0, lockOutMs: 0 });
  expect(ways['jwt-cookie']).toMatchObject({ lookUps: 0, signatures: 60, lostGuests: 0 });
  for (const way of Object.values(ways))
    expect(total(way)).toEqual({ known: 60, strangers: 0, failed: 0 });
  expect(ways.session.cookieOctets).toBe(60 * `Cookie: sid=${'0'.repeat(32)}\r\n`.length);
  expect(ways['jwt-cookie'].cookieOctets).toBeGreaterThan(5 * ways.session.cookieOctets);
  expect(ways.session.serverOctets).toBeGreaterThan(6 * 100);
  expect(ways['jwt-cookie'].serverOctets).toBe(0);
});

test('the only instance crashes: nobody is served meanwhile, and only tokens are known again', async () => {
  const { ways } = await outcomeOf({ breaks: 'instance' });
  expect(total(ways.session)).toEqual({ known: 24, strangers: 24, failed: 12 });
  expect(ways.session.lostGuests).toBe(6);
  expect(total(ways['jwt-cookie'])).toEqual({ known: 48, strangers: 0, failed: 12 });
  expect(ways['jwt-cookie'].lostGuests).toBe(0);
});

describe('with three instances of which one crashes, sessions', () => {
  test('in memory are recognised by luck', async () => {
    const { ways } = await outcomeOf({ breaks: 'nothing' }, { count: 3 });
    expect(total(ways.session).strangers).toBeGreaterThan(20);
    expect(total(ways['jwt-cookie']).known).toBe(60);
  });

  test('bound to an instance are lost with it', async () => {
    const { ways } = await outcomeOf({}, { count: 3, balancing: 'sticky' });
    expect(ways.session.lostGuests).toBe(2);
  });

  test('in a shared store are found by everybody, for a trip each', async () => {
    const { ways } = await outcomeOf({}, { count: 3, sessionStore: 'shared', storeRoundTripMs: 5 });
    expect(ways.session).toMatchObject({ lostGuests: 0, storeTrips: 60, storeMs: 300 });
    expect(total(ways.session).known).toBe(60);
  });

  test('that are replicated lie at each of them', async () => {
    const alone = await outcomeOf({ breaks: 'nothing' });
    const { ways } = await outcomeOf({}, { count: 3, sessionStore: 'replicated' });
    expect(ways.session.lostGuests).toBe(0);
    expect(ways.session.serverOctets).toBe(3 * alone.ways.session.serverOctets);
  });
});

test.each([
  ['none', 15 * minute],
  ['deny-list', 0],
  ['token-version', 0],
] as const)(
  'a stolen token whose revocation is %s opens for %d ms more',
  async (revocation, ms) => {
    const { ways } = await outcomeOf({ revocation });
    expect(ways['jwt-cookie'].lockOutMs).toBe(ms);
    expect(ways['jwt-cookie'].lookUps > 0).toBe(revocation !== 'none');
  },
);

test('the life of a token is what the thief has', async () => {
  const { ways } = await outcomeOf({ tokenLifetimeSeconds: 60 });
  expect(ways['jwt-cookie'].lockOutMs).toBe(minute);
});

test('the store stops: sessions are not served, tokens are unless their list lies there', async () => {
  const shared = { count: 3, sessionStore: 'shared' } as const;
  const open = await outcomeOf({ breaks: 'store' }, shared);
  expect(total(open.ways.session)).toEqual({ known: 24, strangers: 0, failed: 36 });
  expect(open.ways.session.lockOutMs).toBe(0);
  expect(total(open.ways['jwt-cookie']).known).toBe(60);
  expect(open.ways['jwt-cookie'].lockOutMs).toBe(15 * minute);
  const closed = await outcomeOf({ breaks: 'store', revocation: 'deny-list' }, shared);
  expect(total(closed.ways['jwt-cookie'])).toEqual({ known: 24, strangers: 0, failed: 36 });
});

test('a load can be taken back, and is kept in a snapshot', async () => {
  const lab = testLab();
  await lab.loads.run();
  const kept = checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())));
  expect(kept.ok).toBe(true);
  expect(lab.loads.progress).toBeNull();
  lab.undo();
  expect(lab.log.filter(({ event }) => event.type === 'load-ran')).toEqual([]);
});

test('the lab that is looked at is not touched', async () => {
  const lab = testLab();
  const { remembered, time } = lab.snapshot();
  await lab.loads.run();
  expect(lab.snapshot()).toMatchObject({ remembered, time });
});
