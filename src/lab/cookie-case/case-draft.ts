import type { CredentialsMode } from '../../browser/planned-request.ts';
import type { ThirdPartyCookies } from '../../cookies/partitioned.ts';
import type { Asking, CookieCase, WayOfAsking } from './cookie-case.ts';
import { readAddress } from './read-address.ts';
import { readPaste, type Paste } from './read-paste.ts';

/** A case as it is typed: nothing of it need be right. */
export interface CaseDraft {
  readonly paste: string;
  readonly pageUrl: string;
  /** Empty: the page fills the tab. */
  readonly embedderUrl: string;
  readonly requestUrl: string;
  readonly requestBy: WayOfAsking;
  readonly credentials: CredentialsMode;
  /** Empty: the same as the request's. */
  readonly settingUrl: string;
  readonly settingBy: WayOfAsking | 'as-request';
  readonly thirdPartyCookies: ThirdPartyCookies;
  readonly secondsBetween: number;
}

export const emptyCase: CaseDraft = {
  paste: '',
  pageUrl: '',
  embedderUrl: '',
  requestUrl: '',
  requestBy: 'fetch',
  credentials: 'same-origin',
  settingUrl: '',
  settingBy: 'as-request',
  thirdPartyCookies: 'allowed',
  secondsBetween: 300,
};

export type AddressField = 'pageUrl' | 'embedderUrl' | 'requestUrl' | 'settingUrl';

export interface CaseProblem {
  readonly field: AddressField;
  readonly code: 'empty' | 'invalid' | 'not-http';
}

export interface DraftReading {
  readonly paste: Paste;
  readonly problems: readonly CaseProblem[];
  /** `null` while there are problems, or no cookies. */
  readonly cookieCase: CookieCase | null;
}

/** What is meant by a draft. What is left empty follows from the rest, as far as it can. */
export function readDraft(draft: CaseDraft, now: number): DraftReading {
  const paste = readPaste(draft.paste);
  const problems: CaseProblem[] = [];
  const address = (field: AddressField, text: string): string => {
    const reading = readAddress(text);
    if (reading.ok) return reading.url;
    problems.push({ field, code: reading.code });
    return '';
  };
  const requestUrl = address(
    'requestUrl',
    draft.requestUrl || draft.settingUrl || (paste.url ?? ''),
  );
  const settingUrl =
    draft.settingUrl.trim() === '' ? requestUrl : address('settingUrl', draft.settingUrl);
  const embedderUrl =
    draft.embedderUrl.trim() === '' ? null : address('embedderUrl', draft.embedderUrl);
  const pageUrl = draft.pageUrl.trim() === '' ? requestUrl : address('pageUrl', draft.pageUrl);
  if (problems.length > 0 || paste.cookies.length === 0)
    return { paste, problems, cookieCase: null };
  const { requestBy, credentials, settingBy, thirdPartyCookies, secondsBetween } = draft;
  const request: Asking = { url: requestUrl, by: requestBy, credentials };
  const by = settingBy === 'as-request' ? requestBy : settingBy;
  const cookieCase: CookieCase = {
    setCookies: paste.cookies.map(({ fieldValue }) => fieldValue),
    pageUrl,
    embedderUrl,
    setting: { url: settingUrl, by, credentials },
    request,
    thirdPartyCookies,
    now: paste.date ?? now,
    secondsBetween,
    cors: paste.cors,
  };
  return { paste, problems, cookieCase };
}

/** The draft of a case that was changed; what did not change stays as it was written. */
export function withChangedCase(
  draft: CaseDraft,
  { paste, cookieCase }: DraftReading,
  changed: CookieCase,
): CaseDraft {
  if (cookieCase === null) return draft;
  const written = (text: string, before: string | null, after: string | null): string =>
    before === after ? text : (after ?? '');
  const { setting, request } = changed;
  const sameWay = setting.by === request.by;
  return {
    ...draft,
    paste: withFieldValues(draft.paste, paste, changed.setCookies),
    pageUrl: written(draft.pageUrl, cookieCase.pageUrl, changed.pageUrl),
    embedderUrl: written(draft.embedderUrl, cookieCase.embedderUrl, changed.embedderUrl),
    requestUrl: written(draft.requestUrl, cookieCase.request.url, request.url),
    settingUrl: written(
      draft.settingUrl,
      cookieCase.setting.url,
      setting.url === request.url ? '' : setting.url,
    ),
    requestBy: request.by,
    credentials: request.credentials,
    settingBy: sameWay && draft.settingBy === 'as-request' ? 'as-request' : setting.by,
    thirdPartyCookies: changed.thirdPartyCookies,
  };
}

/** The text with other field values, in their places where it has places for them. */
function withFieldValues(text: string, { cookies }: Paste, values: readonly string[]): string {
  if (cookies.some(({ place }) => place === null)) return asFields(values);
  let [written, end] = ['', 0];
  cookies.forEach(({ place, fieldValue }, index) => {
    if (place === null) return;
    written += text.slice(end, place.start) + (values[index] ?? fieldValue);
    end = place.end;
  });
  return written + text.slice(end);
}

function asFields(values: readonly string[]): string {
  return values.map((value) => `Set-Cookie: ${value}`).join('\n');
}
