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

/**
 * A jar's cookies by registrable domain and partition, so that a look-up costs as much as its host has
 * cookies, and a count costs nothing.
 */
export class CookieIndex {
  readonly #groups = new Map<string, Map<Partition, Cookie[]>>();
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
    const { domain, partitionKey } = cookie;
    const group = this.groupOf(domain);
    let partitions = this.#groups.get(group);
    if (partitions === undefined)
      this.#groups.set(group, (partitions = new Map<Partition, Cookie[]>()));
    let cookies = partitions.get(partitionKey);
    if (cookies === undefined) partitions.set(partitionKey, (cookies = []));
    const place = replaced === undefined ? -1 : cookies.indexOf(replaced);
    if (place >= 0) cookies[place] = cookie;
    else cookies.push(cookie);
    this.#count(partitionKey, place >= 0 ? 0 : 1);
  }

  delete(cookie: Cookie): void {
    const { domain, partitionKey } = cookie;
    const group = this.groupOf(domain);
    const partitions = this.#groups.get(group);
    const cookies = partitions?.get(partitionKey);
    const place = cookies?.indexOf(cookie) ?? -1;
    if (cookies === undefined || place < 0) return;
    cookies.splice(place, 1);
    this.#count(partitionKey, -1);
    if (cookies.length === 0) partitions?.delete(partitionKey);
    if (partitions?.size === 0) this.#groups.delete(group);
  }

  /** The cookies of the host's registrable domain. */
  near(host: string): readonly Cookie[] {
    let near = NONE;
    for (const cookies of this.#groups.get(this.groupOf(host))?.values() ?? [])
      near = near.length === 0 ? cookies : near.concat(cookies);
    return near;
  }

  /** Those of one partition. */
  nearIn(host: string, partition: Partition): readonly Cookie[] {
    return this.#groups.get(this.groupOf(host))?.get(partition) ?? NONE;
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
    for (const [domain, partitions] of this.#groups) {
      if (left <= 0) break;
      const cookies = [...partitions.values()].flat().slice(0, limit);
      first.push({ domain, cookies });
      left -= cookies.length;
    }
    return first;
  }

  #count(partition: Partition, change: number): void {
    this.#size += change;
    if (partition === null) this.#unpartitioned += change;
    this.#first = null;
  }
}
