import { CookieJar } from '../../src/cookies/cookie-jar.ts';
import type { CookieCase, CookieStep } from './case-file.ts';
import { realPublicSuffixes } from './real-public-suffixes.ts';
import { notScored, result, type Result } from './result.ts';
import { expectationsOf, mismatch } from './cookie-expectations.ts';
import { requestAccess, scriptAccess } from './cookie-access.ts';

/** What a browser lets neither into a field nor out of it: that is decided before any cookie is read. */
const fieldBreakers = /[\0\r\n]/;

export function runCookieCase(one: CookieCase): Result {
  if (isAboutHttp(one)) return notScored(one);
  const jar = new CookieJar(new Map(), { publicSuffixes: realPublicSuffixes });
  for (const [index, step] of one.steps.entries()) {
    const seen = take(jar, step);
    const fault = mismatch(expectationsOf(one, index), seen);
    if (fault !== null)
      return result(one, fault.expected, `${fault.got} (step ${String(index + 1)})`);
  }
  return result(one, 'as expected', 'as expected');
}

function isAboutHttp({ tags, steps }: CookieCase): boolean {
  return (
    tags.includes('http-layer') ||
    steps.some(
      (step) =>
        step.op === 'set' &&
        step.api === 'http' &&
        step.cookies.some((cookie) => fieldBreakers.test(cookie)),
    )
  );
}

export interface Seen {
  /** The request's `Cookie` field; empty: none. */
  readonly header: string;
  /** `document.cookie`. */
  readonly doc: string;
}

/** Carries out a step, and looks at what the server and the document then see. */
function take(jar: CookieJar, step: CookieStep): Seen {
  const request = requestAccess(step);
  const script = scriptAccess(step);
  const header = jar.retrieve(request).fieldValue ?? '';
  if (step.op === 'set') {
    const access = step.api === 'http' ? request : script;
    for (const cookie of step.cookies) jar.set(cookie, access);
  }
  return { header, doc: jar.retrieve(script).fieldValue ?? '' };
}
