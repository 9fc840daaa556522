import type { Cases } from './case-file.ts';
import type { Result } from './result.ts';
import { runCookieCase } from './cookie-case.ts';
import { runDateCase } from './date-case.ts';
import { runJwsCase } from './jws-case.ts';

/** Runs cases, each in a world of its own. */
export async function runCases(cases: Cases): Promise<readonly Result[]> {
  if (cases.kind === 'cookies') return Promise.all(cases.cases.map(runCookieCase));
  if (cases.kind === 'dates') return cases.cases.map(runDateCase);
  return Promise.all(cases.cases.map(runJwsCase));
}
