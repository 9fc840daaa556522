import type { Tell } from './primordials.ts';

/** In code units, keys and values together, as the browser's own store counts (5 MiB in octets of UTF-16). */
const quota = 5 * 1024 * 1024;
/** The longest text that is handed to the browser. */
const textLimit = 100_000;

export interface MirroredStorage {
  /** The object that script sees. */
  readonly object: object;
  /** Takes over what somebody else has changed; nothing is handed on. */
  renew(entries: readonly (readonly [string, string])[]): void;
}

/** `localStorage` or `sessionStorage` on a mirror of the document's own; every change is handed on. */
export function createStorage(
  kind: 'local' | 'session',
  entries: readonly (readonly [string, string])[],
  tell: Tell,
): MirroredStorage {
  const kept = new Map(entries);
  let size = totalOf(entries);
  const sizeOf = (key: string): number => {
    const value = kept.get(key);
    return value === undefined ? 0 : key.length + value.length;
  };
  const set = (key: string, value: string): void => {
    const next = size - sizeOf(key) + key.length + value.length;
    if (next > quota || key.length > textLimit || value.length > textLimit)
      throw new DOMException(
        `Setting the value of '${key.slice(0, 40)}' exceeded the quota.`,
        'QuotaExceededError',
      );
    size = next;
    kept.set(key, value);
    tell({ type: 'storage-set', storage: kind, key, value });
  };
  const remove = (key: string): void => {
    size -= sizeOf(key);
    if (kept.delete(key)) tell({ type: 'storage-removed', storage: kind, key });
  };
  const methods = {
    getItem: (key: unknown) => kept.get(String(key)) ?? null,
    setItem: (key: unknown, value: unknown) => {
      set(String(key), String(value));
    },
    removeItem: (key: unknown) => {
      remove(String(key));
    },
    clear: () => {
      kept.clear();
      size = 0;
      tell({ type: 'storage-cleared', storage: kind });
    },
    key: (index: unknown) => [...kept.keys()][Number(index)] ?? null,
    get length() {
      return kept.size;
    },
  };
  const isMethod = (key: string | symbol): boolean => Reflect.has(methods, key);
  const object = new Proxy(Object.create(null) as object, {
    get: (_, key): unknown =>
      isMethod(key)
        ? Reflect.get(methods, key)
        : typeof key === 'string'
          ? kept.get(key)
          : undefined,
    set(_, key, value) {
      if (typeof key === 'string' && !isMethod(key)) set(key, String(value));
      return true;
    },
    deleteProperty(_, key) {
      if (typeof key === 'string') remove(key);
      return true;
    },
    has: (_, key) => isMethod(key) || (typeof key === 'string' && kept.has(key)),
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      typeof key === 'string' && kept.has(key)
        ? { value: kept.get(key), writable: true, enumerable: true, configurable: true }
        : undefined,
  });
  return {
    object,
    renew: (now) => {
      kept.clear();
      for (const [key, value] of now) kept.set(key, value);
      size = totalOf(now);
    },
  };
}

function totalOf(entries: readonly (readonly [string, string])[]): number {
  return entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
}
