import type { Cookie } from './cookie.ts';
import { victimsByRounds, type PriorityQuotas } from './priority-rounds.ts';
import { nameValueSize } from './size-limits.ts';
import { compareByLastAccess } from './sort-order.ts';

/** How many cookies a jar keeps, and how many more go once it must make room. */
export interface CookieLimits {
  /** Unpartitioned cookies of a registrable domain. */
  readonly perDomain: number;
  readonly purgePerDomain: number;
  /** Of those, how many of each priority are spared; in sum no more than what a purge leaves. */
  readonly quotas: PriorityQuotas;
  /** Unpartitioned cookies in all. */
  readonly total: number;
  readonly purgeTotal: number;
  /** Cookies of a registrable domain in one partition. */
  readonly perPartition: number;
  /** Octets of names and values. */
  readonly octetsPerPartition: number;
}

/** Chromium's numbers; the RFC asks for at least 50 a domain and 3000 in all (6265bis §6.1). */
export const CHROMIUM_LIMITS: CookieLimits = {
  perDomain: 180,
  purgePerDomain: 30,
  quotas: { low: 30, medium: 50, high: 70 },
  total: 3300,
  purgeTotal: 300,
  perPartition: 180,
  octetsPerPartition: 10 * 1024,
};

/** Chromium spares what was used in the last 30 days when it makes room in the whole jar. */
const SAFE_FROM_GLOBAL_PURGE = 30 * 24 * 60 * 60 * 1000;

/** Unpartitioned cookies of one registrable domain that must go, by priority and age of last use. */
export function overDomainLimit(
  cookies: readonly Cookie[],
  limits: CookieLimits,
): readonly Cookie[] {
  if (cookies.length <= limits.perDomain) return [];
  const goal = cookies.length - (limits.perDomain - limits.purgePerDomain);
  return victimsByRounds([...cookies].sort(compareByLastAccess), goal, limits.quotas);
}

/** Whether what was last used then is not spared any more. */
export function isOldForPurge(lastAccessTime: number, now: number): boolean {
  return now - lastAccessTime > SAFE_FROM_GLOBAL_PURGE;
}

/**
 * Unpartitioned cookies of the whole jar that must go: of those not used for 30 days, what is not Secure
 * first, least recently used first. What was used since stays, be it as much as it may (Chromium).
 */
export function overTotalLimit(
  cookies: readonly Cookie[],
  now: number,
  limits: CookieLimits,
): readonly Cookie[] {
  if (cookies.length <= limits.total) return [];
  const old = cookies.filter(({ lastAccessTime }) => isOldForPurge(lastAccessTime, now));
  const goal = cookies.length - (limits.total - limits.purgeTotal);
  return old
    .sort((a, b) => Number(a.secureOnly) - Number(b.secureOnly) || compareByLastAccess(a, b))
    .slice(0, goal);
}

/** Cookies of one registrable domain in one partition that must go, least recently used first. */
export function overPartitionLimit(
  cookies: readonly Cookie[],
  limits: CookieLimits,
): readonly Cookie[] {
  const order = [...cookies].sort(compareByLastAccess);
  let count = order.length;
  let size = order.reduce((sum, { name, value }) => sum + nameValueSize(name, value), 0);
  return order.filter(({ name, value }) => {
    if (count <= limits.perPartition && size <= limits.octetsPerPartition) return false;
    count -= 1;
    size -= nameValueSize(name, value);
    return true;
  });
}
