const textLimit = 10_000;

/** A value as the console shows it. Never throws, whatever getters and proxies it meets. */
export function inspect(value: unknown): string {
  try {
    return shown(value).slice(0, textLimit);
  } catch {
    return '[object]';
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, textLimit));
  if (typeof value === 'function') return `ƒ ${value.name}()`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Promise) return 'Promise {…}';
  return JSON.stringify(value);
}
