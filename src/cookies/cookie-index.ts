import type { PublicSuffixes } from '../http/origin.ts';
import type { Cookie } from './cookie.ts';

type Partition = string | null;

/** Cookies of one registrable domain. */
export interface CookieGroup {
  /** The registrable domain, or the whole host where there is none. */
  readonly domain: string;
  readonly cookies: readonly Cookie[];
}

const NONE: readonly Cookie[] = [];

/** A registrable domain's cookies. Most have none in a partition, and need no map for them. */
interface Group {
  readonly unpartitioned: Cookie[];
  partitions: Map<string, Cookie[]> | null;
}

/**
 * A jar's cookies by registrable domain and partition, so that a look-up costs as much as its host has
 * cookies, and a count costs nothing.
 */
export class CookieIndex {
  readonly #groups = new Map<string, Group>();
  #size = 0;
  #unpartitioned = 0;
  #first: readonly CookieGroup[] | null = null;

  constructor(private readonly suffixes: PublicSuffixes) {}

  /** How many cookies it knows. */
  get size(): number {
    return this.#size;
  }

  /** How many of them are in no partition. */
  get unpartitioned(): number {
    return this.#unpartitioned;
  }

  clear(): void {
    this.#groups.clear();
    this.#size = 0;
    this.#unpartitioned = 0;
    this.#first = null;
  }

  /** Adds a cookie, in the place of the one that it replaces. */
  add(cookie: Cookie, replaced?: Cookie): void {
    const cookies = this.#listFor(cookie);
    const place = replaced === undefined ? -1 : cookies.indexOf(replaced);
    if (place >= 0) cookies[place] = cookie;
    else cookies.push(cookie);
    this.#count(cookie.partitionKey, place >= 0 ? 0 : 1);
  }

  delete(cookie: Cookie): void {
    const { domain, partitionKey } = cookie;
    const group = this.#groups.get(this.groupOf(domain));
    const cookies = group === undefined ? undefined : listIn(group, partitionKey);
    const place = cookies?.indexOf(cookie) ?? -1;
    if (group === undefined || cookies === undefined || place < 0) return;
    cookies.splice(place, 1);
    this.#count(partitionKey, -1);
    if (cookies.length > 0) return;
    if (partitionKey !== null) group.partitions?.delete(partitionKey);
    if (group.unpartitioned.length === 0 && (group.partitions?.size ?? 0) === 0)
      this.#groups.delete(this.groupOf(domain));
  }

  /** The cookies of the host's registrable domain. */
  near(host: string): readonly Cookie[] {
    const group = this.#groups.get(this.groupOf(host));
    return group === undefined ? NONE : allIn(group);
  }

  /** Those of one partition. */
  nearIn(host: string, partition: Partition): readonly Cookie[] {
    const group = this.#groups.get(this.groupOf(host));
    return (group === undefined ? undefined : listIn(group, partition)) ?? NONE;
  }

  /**
   * The first cookies, at most so many of one domain: enough for so many that are not near a host,
   * whichever it is. Kept until a cookie changes.
   */
  first(limit: number): readonly CookieGroup[] {
    return (this.#first ??= this.#takeFirst(limit));
  }

  /** The registrable domain of a host, or the host itself where there is none. */
  groupOf(host: string): string {
    return this.suffixes.registrableDomain(host) ?? host;
  }

  #takeFirst(limit: number): readonly CookieGroup[] {
    const first: CookieGroup[] = [];
    let left = 2 * limit;
    for (const [domain, group] of this.#groups) {
      if (left <= 0) break;
      const cookies = allIn(group).slice(0, limit);
      first.push({ domain, cookies });
      left -= cookies.length;
    }
    return first;
  }

  /** The list of the cookie's domain and partition, begun if it is the first there. */
  #listFor({ domain, partitionKey }: Cookie): Cookie[] {
    const name = this.groupOf(domain);
    let group = this.#groups.get(name);
    if (group === undefined)
      this.#groups.set(name, (group = { unpartitioned: [], partitions: null }));
    if (partitionKey === null) return group.unpartitioned;
    group.partitions ??= new Map<string, Cookie[]>();
    let cookies = group.partitions.get(partitionKey);
    if (cookies === undefined) group.partitions.set(partitionKey, (cookies = []));
    return cookies;
  }

  #count(partition: Partition, change: number): void {
    this.#size += change;
    if (partition === null) this.#unpartitioned += change;
    this.#first = null;
  }
}

function listIn(group: Group, partition: Partition): Cookie[] | undefined {
  return partition === null ? group.unpartitioned : group.partitions?.get(partition);
}

/** Those of no partition first. */
function allIn({ unpartitioned, partitions }: Group): readonly Cookie[] {
  if (partitions === null || partitions.size === 0) return unpartitioned;
  return unpartitioned.concat(...partitions.values());
}
