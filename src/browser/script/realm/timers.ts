const timerLimit = 1000;

type Start = (call: (...values: unknown[]) => unknown, ms: number, ...values: unknown[]) => number;

/** `setTimeout` and `setInterval` for functions only, and not for endlessly many at once. */
export function createTimers(): Readonly<Record<string, unknown>> {
  const setTimer = setTimeout.bind(globalThis) as unknown as Start;
  const clearTimer = clearTimeout.bind(globalThis);
  const repeat = setInterval.bind(globalThis) as unknown as Start;
  const running = new Set<number>();
  const check = (call: unknown): ((...values: unknown[]) => unknown) => {
    if (typeof call !== 'function')
      throw new EvalError('A timer takes a function here, not a text.');
    if (running.size >= timerLimit) throw new RangeError('Too many timers are running.');
    return call as (...values: unknown[]) => unknown;
  };
  const clear = (id: unknown): void => {
    running.delete(Number(id));
    clearTimer(Number(id));
  };
  return {
    setTimeout: (call: unknown, ms?: unknown, ...values: unknown[]) => {
      const checked = check(call);
      const id: number = setTimer(
        () => {
          running.delete(id);
          checked(...values);
        },
        Number(ms ?? 0),
      );
      running.add(id);
      return id;
    },
    setInterval: (call: unknown, ms?: unknown, ...values: unknown[]) => {
      const id: number = repeat(check(call), Number(ms ?? 0), ...values);
      running.add(id);
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
  };
}
