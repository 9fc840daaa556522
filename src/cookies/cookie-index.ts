import type { PublicSuffixes } from '../http/origin.ts';
import type { Cookie } from './cookie.ts';
import { cookieKey } from './cookie-key.ts';

type Partition = string | null;

/**
 * Keys of a jar's cookies by registrable domain and partition, so that a look-up costs as much as its
 * host has cookies, and a count costs nothing.
 */
export class CookieIndex {
  readonly #groups = new Map<string, Map<Partition, Set<string>>>();
  #size = 0;
  #unpartitioned = 0;

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
  }

  add(cookie: Cookie): void {
    const group = this.#groupOf(cookie.domain);
    const partitions = this.#groups.get(group) ?? new Map<Partition, Set<string>>();
    const keys = partitions.get(cookie.partitionKey) ?? new Set<string>();
    const before = keys.size;
    this.#groups.set(group, partitions.set(cookie.partitionKey, keys.add(cookieKey(cookie))));
    this.#count(cookie.partitionKey, keys.size - before);
  }

  delete(cookie: Cookie): void {
    const group = this.#groupOf(cookie.domain);
    const partitions = this.#groups.get(group);
    const keys = partitions?.get(cookie.partitionKey);
    if (keys?.delete(cookieKey(cookie)) !== true) return;
    this.#count(cookie.partitionKey, -1);
    if (keys.size === 0) partitions?.delete(cookie.partitionKey);
    if (partitions?.size === 0) this.#groups.delete(group);
  }

  /** Keys of the cookies of the host's registrable domain. */
  *keysNear(host: string): Iterable<string> {
    for (const keys of this.#groups.get(this.#groupOf(host))?.values() ?? []) yield* keys;
  }

  /** Those of one partition. */
  keysIn(host: string, partition: Partition): ReadonlySet<string> {
    return this.#groups.get(this.#groupOf(host))?.get(partition) ?? new Set();
  }

  #count(partition: Partition, change: number): void {
    this.#size += change;
    if (partition === null) this.#unpartitioned += change;
  }

  #groupOf(host: string): string {
    return this.suffixes.registrableDomain(host) ?? host;
  }
}
