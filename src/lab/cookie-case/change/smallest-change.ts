import { answerCase, type CaseAnswer } from '../answer.ts';
import type { CookieCase } from '../cookie-case.ts';
import { troublesOf } from '../troubles.ts';
import type { Change, ChangeScope } from './change.ts';
import { changesFor } from './changes-for.ts';
import type { CaseSuffixes } from './places.ts';

/** Changes that together make a case work, as was tried. */
export interface Remedy {
  readonly changes: readonly Omit<Change, 'changed'>[];
  readonly cost: number;
  /** The largest of its changes. */
  readonly scope: ChangeScope;
  /** The case as it is then, and what the browser makes of it. */
  readonly changed: CookieCase;
  readonly answer: CaseAnswer;
}

/** So many are enough to choose from. */
const WANTED = 4;
/** So many cases are tried at most. */
const TRIED = 160;
const DEEPEST = 5;

interface Attempt {
  readonly cookieCase: CookieCase;
  readonly changes: readonly Omit<Change, 'changed'>[];
  readonly cost: number;
}

const scopes: readonly ChangeScope[] = ['cookie', 'code', 'hosting', 'browser'];

/**
 * What makes the case work, the least costly first. The first trouble of a case says what might help; each of these is
 * tried, and where it leads to the next trouble, so is what might help against that one. A change that is not needed
 * is in none of them.
 */
export async function remediesFor(
  cookieCase: CookieCase,
  answer: CaseAnswer,
  suffixes: CaseSuffixes,
): Promise<readonly Remedy[]> {
  const found: Remedy[] = [];
  const seen = new Set<string>([JSON.stringify(cookieCase)]);
  const waiting: Attempt[] = attemptsAfter({ cookieCase, changes: [], cost: 0 }, answer, suffixes);
  for (let tried = 0; tried < TRIED && found.length < WANTED; tried += 1) {
    const attempt = takeCheapest(waiting);
    if (attempt === undefined) break;
    const key = JSON.stringify(attempt.cookieCase);
    if (seen.has(key) || holdsMoreThan(attempt, found)) continue;
    seen.add(key);
    const outcome = await answerCase(attempt.cookieCase, suffixes);
    if (troublesOf(outcome).length === 0) found.push(remedyOf(attempt, outcome));
    else waiting.push(...attemptsAfter(attempt, outcome, suffixes));
  }
  return found;
}

function attemptsAfter(
  { cookieCase, changes, cost }: Attempt,
  answer: CaseAnswer,
  suffixes: CaseSuffixes,
): Attempt[] {
  const [trouble] = troublesOf(answer);
  if (trouble === undefined || changes.length >= DEEPEST) return [];
  return changesFor(trouble, cookieCase, answer, suffixes).map(({ changed, ...change }) => ({
    cookieCase: changed,
    changes: [...changes, change],
    cost: cost + change.cost,
  }));
}

function takeCheapest(waiting: Attempt[]): Attempt | undefined {
  let place = 0;
  waiting.forEach(({ cost }, index) => {
    if (cost < (waiting[place]?.cost ?? 0)) place = index;
  });
  return waiting.splice(place, 1)[0];
}

/** Whether all that some remedy needs is in it, and more. */
function holdsMoreThan({ changes }: Attempt, found: readonly Remedy[]): boolean {
  const codes = new Set(changes.map(({ code }) => code));
  return found.some((remedy) => remedy.changes.every(({ code }) => codes.has(code)));
}

function remedyOf({ cookieCase, changes, cost }: Attempt, answer: CaseAnswer): Remedy {
  const largest = Math.max(...changes.map(({ scope }) => scopes.indexOf(scope)));
  return { changes, cost, scope: scopes[largest] ?? 'cookie', changed: cookieCase, answer };
}
