import type { CaseAnswer, CookieStory, NotMade } from '../../lab/cookie-case/answer.ts';
import type { CaseProblem } from '../../lab/cookie-case/case-draft.ts';
import type { Asking, WayOfAsking } from '../../lab/cookie-case/cookie-case.ts';
import type { Paste, PasteKind } from '../../lab/cookie-case/read-paste.ts';
import type { Trouble } from '../../lab/cookie-case/troubles.ts';
import * as m from '../../messages/compiled/messages.js';
import type { Asking as SaidAsking } from '../wire/asking.ts';
import { scriptRefusalText } from '../wire/script-refusal-text.ts';

export const wayNames: Readonly<Record<WayOfAsking, () => string>> = {
  address: m.cookie_case_by_address,
  link: m.cookie_case_by_link,
  'get-form': m.cookie_case_by_get_form,
  'post-form': m.cookie_case_by_post_form,
  fetch: m.cookie_case_by_fetch,
  image: m.cookie_case_by_image,
  frame: m.cookie_case_by_frame,
};

const problems: Readonly<Record<CaseProblem['code'], () => string>> = {
  empty: m.cookie_case_problem_empty,
  invalid: m.cookie_case_problem_invalid,
  'not-http': m.cookie_case_problem_not_http,
};

export function problemText({ code }: CaseProblem): string {
  return problems[code]();
}

const readings: Readonly<Record<PasteKind, (values: { count: number; aside: number }) => string>> =
  {
    nothing: m.cookie_case_read_nothing,
    bare: m.cookie_case_read_bare,
    fields: m.cookie_case_read_fields,
    response: m.cookie_case_read_response,
    json: m.cookie_case_read_json,
    table: m.cookie_case_read_table,
    code: m.cookie_case_read_code,
  };

/** What a pasted text was taken for. */
export function pasteText(paste: Paste): string {
  const { kind, cookies, aside, hasRequestCookie, leftOff } = paste;
  if (kind === 'nothing' && hasRequestCookie) return m.cookie_case_read_request_cookie();
  const read = readings[kind]({ count: cookies.length, aside });
  return leftOff === 0 ? read : `${read} ${m.cookie_case_left_off({ count: leftOff })}`;
}

/** The whole case in a few words; `good` where it is as one would wish. */
export function verdictOf(
  { cookies }: CaseAnswer,
  troubles: readonly Trouble[],
): { readonly text: string; readonly good: boolean } {
  const [trouble] = troubles;
  if (trouble === undefined) {
    const wasDeleted = cookies.at(-1)?.meantToDelete === true;
    const text = wasDeleted ? m.cookie_case_verdict_deleted() : m.cookie_case_verdict_sent();
    return { text, good: true };
  }
  return { text: troubleText(trouble, cookies), good: false };
}

function troubleText(trouble: Trouble, cookies: readonly CookieStory[]): string {
  switch (trouble.kind) {
    case 'not-made':
      return m.cookie_case_verdict_not_made();
    case 'not-deleted':
    case 'not-carried-out':
      return m.cookie_case_verdict_not_deleted();
    case 'twice':
      return m.cookie_case_verdict_twice();
    case 'zone':
      return m.cookie_case_verdict_zone();
    case 'not-sent': {
      if (cookies.some(({ fate }) => fate === 'sent')) return m.cookie_case_verdict_some_not_sent();
      return cookies[trouble.index]?.fate === 'withheld'
        ? m.cookie_case_verdict_not_sent()
        : m.cookie_case_verdict_not_stored();
    }
  }
}

/** Why a request was not made, or its answer not read. */
export function refusalText({ code, values }: NotMade): string {
  if (code === 'no-page') return m.cookie_case_no_page();
  return scriptRefusalText({ code, values });
}

/** What asked, as far as SameSite makes a difference. */
export function saidAsking({ by }: Asking): SaidAsking {
  switch (by) {
    case 'post-form':
      return { by: 'unsafe-navigation', method: 'POST' };
    case 'fetch':
    case 'image':
    case 'frame':
      return { by };
    default:
      return { by: 'navigation' };
  }
}
