import { decodeJwt } from '../../jwt/decode.ts';
import { machine, sharedStore } from '../../server/instances/machine.ts';
import type { LoadGuest } from './load-guest.ts';
import type { LoadPlan } from './load-plan.ts';
import type { LoadShop } from './load-shop.ts';

const minute = 60_000;
/** So long after the order a key that still opens is taken to have no end. */
const longestLook = 24 * 60 * minute;

export interface LockOutOptions {
  readonly shop: LoadShop;
  readonly plan: LoadPlan;
  readonly victim: LoadGuest;
  /** Turns the load's own clock forward. */
  readonly advance: (ms: number) => void;
}

/**
 * Somebody holds a copy of a guest's key, and whoever runs the shop orders it blocked. How long it goes on to
 * open the account, looked at every minute; `null`: for more than a day.
 */
export async function lockOut(options: LockOutOptions): Promise<number | null> {
  const { shop, plan, victim, advance } = options;
  const thief = victim.copy();
  block(shop, victim);
  for (let after = 0; after <= longestLook; after += minute) {
    if (!(await opensSomewhere(thief, plan.instances.count))) return after;
    advance(minute);
  }
  return null;
}

/** Which instance answers is the balancer's choice: as many tries as there are. */
export async function opensSomewhere(guest: LoadGuest, instances: number): Promise<boolean> {
  for (let tries = 0; tries < instances; tries += 1)
    if ((await guest.openAccount()) === 'known') return true;
  return false;
}

/** Does what can be done at once: deletes the row, writes the token onto the list, or raises the version. */
function block(shop: LoadShop, { cookies, userId }: LoadGuest): void {
  const value = (wanted: string) => cookies.find(({ name }) => name === wanted)?.value ?? '';
  const { settings, stores, internet } = shop;
  if (settings.remember === 'session') {
    if (canReachRows(shop)) internet.revokeSession(value('sid'));
  } else if (settings.accessTokenRevocation === 'token-version') {
    internet.tokens.raiseVersion(userId);
  } else if (settings.accessTokenRevocation === 'deny-list') {
    const decoded = decodeJwt(value('token'));
    if (!decoded.ok) return;
    const { jti, exp } = decoded.claims;
    if (typeof jti === 'string' && typeof exp === 'number')
      stores.deniedTokens.set(jti, { jti, exp });
  }
}

/** While the shared store is down nobody deletes anything from it, and nobody is let in by it either. */
function canReachRows({ settings, stores }: LoadShop): boolean {
  return (
    settings.instances.sessionStore !== 'shared' || machine(stores.machines, sharedStore).running
  );
}
