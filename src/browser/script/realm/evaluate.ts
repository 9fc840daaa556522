import type { ToRealm } from '../protocol.ts';

/** Wrapped, so that nobody waits for a value that is a promise itself. */
interface Evaluated {
  readonly value: unknown;
}

/** What a line of the console comes to; what it throws is thrown. */
export async function evaluate(
  { text, place, isAsync }: Extract<ToRealm, { type: 'evaluate' }>,
  run: (text: string) => void,
): Promise<Evaluated> {
  const evaluated: { value: unknown; promise?: unknown } = { value: undefined };
  Reflect.defineProperty(globalThis, place, { value: evaluated, configurable: true });
  try {
    run(text);
    if (isAsync) await evaluated.promise;
  } finally {
    Reflect.deleteProperty(globalThis, place);
  }
  return { value: evaluated.value };
}
