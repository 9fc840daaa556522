import { inspect } from './inspect.ts';
import type { Tell } from './primordials.ts';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

export function createConsole(
  tell: Tell,
): Readonly<Record<string, (...values: readonly unknown[]) => void>> {
  return Object.fromEntries(
    levels.map((level) => [
      level,
      (...values: readonly unknown[]) => {
        const text = values
          .map((value) => (typeof value === 'string' ? value.slice(0, 10_000) : inspect(value)))
          .join(' ');
        tell({ type: 'logged', level, text: text.slice(0, 10_000) });
      },
    ]),
  );
}
