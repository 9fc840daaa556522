/** States that were, the one that is, and those that were taken back. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What was changed last, and when: typing in one field is one change. */
  readonly last: { readonly what: string; readonly time: number } | null;
}

/** Milliseconds of rest after which typing on begins another change. */
const rest = 1000;
const remembered = 200;

export function historyFrom<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], last: null };
}

/** @param what typing in one field names the field, so that it counts as one change; `null` stands for itself */
export function changed<State>(
  { past, present, last }: EditHistory<State>,
  next: State,
  what: string | null,
  time: number,
): EditHistory<State> {
  const continues = last !== null && last.what === what && time - last.time < rest;
  return {
    past: continues ? past : [...past, present].slice(-remembered),
    present: next,
    future: [],
    last: what === null ? null : { what, time },
  };
}

export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, last: null };
}
