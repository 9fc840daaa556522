import type { CookieCase } from './case-file.ts';
import type { Seen } from './cookie-case.ts';

/** What a step must show; what is left out may be anything. */
interface Expectations {
  readonly header?: string | null | undefined;
  readonly doc?: string | null | undefined;
  readonly headerHas?: readonly string[] | null | undefined;
  readonly headerLacks?: readonly string[] | null | undefined;
  readonly docHas?: readonly string[] | null | undefined;
  readonly docLacks?: readonly string[] | null | undefined;
}

interface Mismatch {
  readonly expected: string;
  readonly got: string;
}

/** Where the suite and Chromium disagree, Chromium is right. */
export function expectationsOf({ steps, chromium }: CookieCase, index: number): Expectations {
  const step = steps[index];
  if (chromium?.pass === false) return chromium.got[index] ?? {};
  if (step === undefined) return {};
  return step.op === 'get' ? step : { header: step.header };
}

/** The first difference; `null` where all is as expected. */
export function mismatch(expected: Expectations, seen: Seen): Mismatch | null {
  return (
    differs('Cookie', expected.header, seen.header) ??
    differs('document.cookie', expected.doc, seen.doc) ??
    misses('Cookie', expected.headerHas, seen.header) ??
    misses('document.cookie', expected.docHas, seen.doc) ??
    holds('Cookie', expected.headerLacks, seen.header) ??
    holds('document.cookie', expected.docLacks, seen.doc)
  );
}

function differs(what: string, expected: string | null | undefined, got: string): Mismatch | null {
  if (expected === undefined || expected === null || expected === got) return null;
  return { expected: `${what} ${JSON.stringify(expected)}`, got: `${what} ${JSON.stringify(got)}` };
}

function misses(
  what: string,
  pairs: readonly string[] | null | undefined,
  got: string,
): Mismatch | null {
  const missing = (pairs ?? []).find((pair) => !got.split('; ').includes(pair));
  if (missing === undefined) return null;
  return { expected: `${what} with ${JSON.stringify(missing)}`, got: JSON.stringify(got) };
}

function holds(
  what: string,
  names: readonly string[] | null | undefined,
  got: string,
): Mismatch | null {
  const present = (names ?? []).find((name) =>
    got.split('; ').some((pair) => nameOf(pair) === name),
  );
  if (present === undefined) return null;
  return { expected: `${what} without ${JSON.stringify(present)}`, got: JSON.stringify(got) };
}

function nameOf(pair: string): string {
  return pair.slice(0, Math.max(pair.indexOf('='), 0));
}
