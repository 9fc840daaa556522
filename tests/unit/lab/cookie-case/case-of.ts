import {
  isUnderPrivateSuffix,
  realPublicSuffixes,
} from '../../../../src/http/real-public-suffixes.ts';
import { answerCase } from '../../../../src/lab/cookie-case/answer.ts';
import {
  emptyCase,
  readDraft,
  type CaseDraft,
} from '../../../../src/lab/cookie-case/case-draft.ts';
import { remediesFor } from '../../../../src/lab/cookie-case/change/smallest-change.ts';
import type { CookieCase } from '../../../../src/lab/cookie-case/cookie-case.ts';

export const NOW = Date.UTC(2026, 10, 30, 12);
export const suffixes = { ...realPublicSuffixes, isUnderPrivateSuffix };

/** The case of a draft that is one. */
export function caseOf(draft: Partial<CaseDraft>): CookieCase {
  const { cookieCase, problems } = readDraft({ ...emptyCase, ...draft }, NOW);
  if (cookieCase === null) throw new Error(`no case: ${JSON.stringify(problems)}`);
  return cookieCase;
}

/** What becomes of the cookies of a draft, and the codes of the changes that would help. */
export async function told(draft: Partial<CaseDraft>) {
  const cookieCase = caseOf(draft);
  const answer = await answerCase(cookieCase, suffixes);
  const remedies = await remediesFor(cookieCase, answer, suffixes);
  const codes = remedies.map(({ changes }) => changes.map(({ code }) => code).join(' + '));
  const fates = answer.cookies.map(({ fate, sending, decision }) => {
    const code = sending?.code ?? decision?.code;
    return code === undefined || code === fate ? fate : `${fate}: ${code}`;
  });
  return { cookieCase, answer, remedies, codes, fates };
}
