import * as v from 'valibot';
import { waysOfAsking } from '../../lab/cookie-case/cookie-case.ts';
import { emptyCase, type CaseDraft } from '../../lab/cookie-case/case-draft.ts';

/** Longer addresses are cut off by what passes them on. */
const longest = 8000;
const text = v.pipe(v.string(), v.maxLength(longest));

const schema = v.partial(
  v.object({
    paste: text,
    pageUrl: text,
    embedderUrl: text,
    requestUrl: text,
    settingUrl: text,
    requestBy: v.picklist(waysOfAsking),
    credentials: v.picklist(['omit', 'same-origin', 'include']),
    settingBy: v.picklist([...waysOfAsking, 'as-request']),
    thirdPartyCookies: v.picklist(['allowed', 'blocked', 'partitioned']),
    secondsBetween: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);

/**
 * The address that opens the case: in the fragment, which is never sent to a server. `null` where it is too long.
 *
 * @param bench the bench's own address
 */
export function caseLink(bench: string, draft: CaseDraft): string | null {
  const said = Object.entries(draft).filter(
    ([name, value]) => value !== emptyCase[name as keyof CaseDraft],
  );
  const link = new URL(bench);
  link.hash = `case=${encodeURIComponent(JSON.stringify(Object.fromEntries(said)))}`;
  return link.href.length > longest ? null : link.href;
}

/** The case in a fragment; `null` where there is none that can be read. */
export function caseInFragment(fragment: string): CaseDraft | null {
  const [, encoded] = /^#?case=(.*)$/s.exec(fragment) ?? [];
  if (encoded === undefined) return null;
  try {
    const { output, success } = v.safeParse(schema, JSON.parse(decodeURIComponent(encoded)));
    return success ? ({ ...emptyCase, ...output } as CaseDraft) : null;
  } catch {
    return null;
  }
}
