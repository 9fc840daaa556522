import { sharedStore, instanceNames } from '../../server/instances/machine.ts';
import { defaultShopSettings } from '../../server/shop/settings.ts';
import { LoadGuest, type Fate } from './load-guest.ts';
import {
  loadedWays,
  type LoadedWay,
  type LoadOutcome,
  type LoadPlan,
  type Slice,
  type WayOutcome,
} from './load-plan.ts';
import { LoadShop } from './load-shop.ts';
import { lockOut } from './lock-out.ts';

export interface LoadOptions {
  readonly randomBytes: (count: number) => Uint8Array;
  /** When the load begins, milliseconds since the epoch. */
  readonly startTime: number;
  /** Lets the page breathe between two pieces of the work. */
  readonly pause: () => Promise<void>;
  readonly progress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** Slices of the drawn series. */
export const sliceCount = 20;

/** A request every so many milliseconds of the load's own clock. */
const betweenRequests = 100;
/** Requests between two breaths. */
const piece = 5;

/**
 * Sends the same load by sessions and by tokens, each to empty servers of their own: the lab's, without browser
 * and wire before them. `null` where it was called off.
 */
export async function runLoad(plan: LoadPlan, options: LoadOptions): Promise<LoadOutcome | null> {
  const chosen = [...options.randomBytes(plan.requests)].map((byte) => byte % plan.guests);
  const all = loadedWays.length * (plan.guests + plan.requests);
  let done = 0;
  const step = async () => {
    done += 1;
    if (done % piece !== 0) return;
    options.progress(done, all);
    await options.pause();
  };
  const ways: Partial<Record<LoadedWay, WayOutcome>> = {};
  for (const way of loadedWays) {
    const outcome = await runWay(way, plan, chosen, step, options);
    if (outcome === null) return null;
    ways[way] = outcome;
  }
  return { plan, ways: ways as Record<LoadedWay, WayOutcome> };
}

async function runWay(
  way: LoadedWay,
  plan: LoadPlan,
  chosen: readonly number[],
  step: () => Promise<void>,
  { randomBytes, startTime, signal }: LoadOptions,
): Promise<WayOutcome | null> {
  let time = startTime;
  const now = () => time;
  const advance = (ms: number) => {
    time += ms;
  };
  const shop = new LoadShop({ settings: settingsFor(way, plan), randomBytes, now });
  const guests = Array.from(
    { length: plan.guests },
    (_, index) => new LoadGuest(shop, index % 2 === 0 ? 'alice' : 'bob', now),
  );
  for (const guest of guests) {
    if (signal.aborted) return null;
    await guest.signIn();
    await step();
  }
  const serverOctets = shop.keptOctets();
  for (const guest of guests) guest.cookieOctets = 0;
  shop.takeWork();
  const fates: Fate[] = [];
  for (const [index, guestIndex] of chosen.entries()) {
    if (signal.aborted) return null;
    breakOrMend(shop, plan, index);
    fates.push((await guests[guestIndex]?.openAccount()) ?? 'failed');
    advance(betweenRequests);
    await step();
  }
  const work = shop.takeWork();
  const cookieOctets = guests.reduce((sum, guest) => sum + guest.cookieOctets, 0);
  const lostGuests = await countLost(guests, plan);
  const victim = guests[0];
  const lockOutMs = victim === undefined ? null : await lockOut({ shop, plan, victim, advance });
  const { deniedTokens, tokenVersions } = shop.stores;
  const blocked = JSON.stringify([...deniedTokens.values(), ...tokenVersions]);
  return {
    slices: slicesOf(fates),
    ...work,
    cookieOctets,
    serverOctets: serverOctets + (blocked === '[]' ? 0 : blocked.length),
    lostGuests,
    lockOutMs,
  };
}

function settingsFor(remember: LoadedWay, plan: LoadPlan) {
  const { instances, revocation: accessTokenRevocation, tokenLifetimeSeconds } = plan;
  return {
    ...defaultShopSettings,
    remember,
    instances,
    accessTokenRevocation,
    tokenLifetimeSeconds,
  };
}

/** An instance is away for a fifth of the load, with all that it had in memory; the store stays away. */
function breakOrMend({ internet }: LoadShop, plan: LoadPlan, index: number): void {
  const { fleet } = internet;
  const [instance = ''] = instanceNames;
  const fails = Math.floor(plan.requests * 0.4);
  const mends = Math.floor(plan.requests * 0.6);
  if (plan.breaks === 'instance' && index === fails) fleet.stop(instance);
  if (plan.breaks === 'instance' && index === mends) fleet.start(instance);
  if (plan.breaks === 'store' && index === fails) fleet.stop(sharedStore);
}

/** A guest is lost when every machine takes them for a stranger; one that is not answered may come again. */
async function countLost(guests: readonly LoadGuest[], plan: LoadPlan): Promise<number> {
  let lost = 0;
  for (const guest of guests) {
    const fates: Fate[] = [];
    for (let tries = 0; tries < plan.instances.count; tries += 1)
      fates.push(await guest.openAccount());
    if (fates.every((fate) => fate === 'stranger')) lost += 1;
  }
  return lost;
}

function slicesOf(fates: readonly Fate[]): readonly Slice[] {
  const length = Math.max(1, Math.ceil(fates.length / sliceCount));
  return Array.from({ length: Math.ceil(fates.length / length) }, (_, index) => {
    const slice = fates.slice(index * length, (index + 1) * length);
    const count = (wanted: Fate) => slice.filter((fate) => fate === wanted).length;
    return { known: count('known'), strangers: count('stranger'), failed: count('failed') };
  });
}
