import type { PublicSuffixes } from '../http/origin.ts';
import type { Cookie } from './cookie.ts';
import { cookieKey } from './cookie-key.ts';

/** Keys of a jar's cookies by registrable domain, so that a look-up costs as much as its host has cookies. */
export class CookieIndex {
  readonly #keys = new Map<string, Set<string>>();
  #size = 0;

  constructor(private readonly suffixes: PublicSuffixes) {}

  /** How many cookies it knows. */
  get size(): number {
    return this.#size;
  }

  rebuild(cookies: Iterable<Cookie>): void {
    this.#keys.clear();
    this.#size = 0;
    for (const cookie of cookies) this.add(cookie);
  }

  add(cookie: Cookie): void {
    const group = this.#group(cookie.domain);
    const keys = this.#keys.get(group) ?? new Set<string>();
    const before = keys.size;
    this.#keys.set(group, keys.add(cookieKey(cookie)));
    this.#size += keys.size - before;
  }

  delete(cookie: Cookie): void {
    const group = this.#group(cookie.domain);
    const keys = this.#keys.get(group);
    if (keys?.delete(cookieKey(cookie)) !== true) return;
    this.#size -= 1;
    if (keys.size === 0) this.#keys.delete(group);
  }

  /** Keys of the cookies of the host's registrable domain. */
  keysNear(host: string): Iterable<string> {
    return this.#keys.get(this.#group(host)) ?? [];
  }

  #group(host: string): string {
    return this.suffixes.registrableDomain(host) ?? host;
  }
}
