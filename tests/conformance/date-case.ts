import { parseCookieDate } from '../../src/cookies/cookie-date.ts';
import type { DateCase } from './case-file.ts';
import { result, type Result } from './result.ts';

export function runDateCase({ id, name, group, input, expected }: DateCase): Result {
  const time = parseCookieDate(input);
  const got = time === null ? null : new Date(time).toUTCString();
  return result(
    { id: id ?? name ?? input, group: group ?? 'dates' },
    String(expected),
    String(got),
  );
}
