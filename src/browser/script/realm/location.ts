import type { Tell } from './primordials.ts';

const readable = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'];

/** `location`: readable as the document's URL; setting it asks the browser to go elsewhere. */
export function createLocation(documentUrl: string, tell: Tell): object {
  const parsed = new URL(documentUrl);
  // The document's own URL has them still; Chromium does not show them here.
  parsed.username = '';
  parsed.password = '';
  const url = parsed.href;
  const go = (to: unknown, replace: boolean): void => {
    tell({ type: 'navigate', url: String(to).slice(0, 20_000), replace });
  };
  const location = {
    get href() {
      return url;
    },
    set href(to: unknown) {
      go(to, false);
    },
    assign: (to: unknown) => {
      go(to, false);
    },
    replace: (to: unknown) => {
      go(to, true);
    },
    reload: () => {
      tell({ type: 'reload' });
    },
    toString: () => url,
  };
  for (const name of readable)
    Reflect.defineProperty(location, name, { value: Reflect.get(parsed, name), enumerable: true });
  return Object.freeze(location);
}

export function createHistory(tell: Tell): object {
  const go = (distance: number): void => {
    tell({ type: 'travel', distance });
  };
  return Object.freeze({
    back: () => {
      go(-1);
    },
    forward: () => {
      go(1);
    },
    go: (distance: unknown) => {
      go(Number(distance) | 0);
    },
  });
}
