import type { CookieCase, CookieStep } from './case-file.ts';
import { notScored, result, type Result } from './result.ts';
import { expectationsOf, mismatch } from './cookie-expectations.ts';
import { Visitor } from './visitor.ts';

/** What a browser lets neither into a field nor out of it: that is decided before any cookie is read. */
const fieldBreakers = /[\0\r\n]/;

export async function runCookieCase(one: CookieCase): Promise<Result> {
  if (isAboutHttp(one)) return notScored(one);
  const visitor = new Visitor();
  for (const [index, step] of one.steps.entries()) {
    const seen = await take(visitor, step);
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
async function take(visitor: Visitor, step: CookieStep): Promise<Seen> {
  if (step.op === 'get' || step.api === 'http') return visitor.request(step);
  return { header: '', ...(await visitor.assign(step, step.cookies)) };
}
