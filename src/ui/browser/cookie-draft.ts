import { canonicalHost } from '../../cookies/canonical-host.ts';
import { refuseControlCharacters } from '../../cookies/control-characters.ts';
import type { Cookie, SameSite } from '../../cookies/cookie.ts';
import { canonicalPartitionKey } from '../../cookies/partition-key.ts';
import { labDateField, labTimeOfField } from '../time/lab-date.ts';

/** A cookie as it stands in the editor's fields. */
export interface CookieDraft {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  /** `null` for a session cookie, else as a date field writes it. */
  expires: string | null;
  secureOnly: boolean;
  httpOnly: boolean;
  sameSite: SameSite;
  /** Site of the partition; `null` for an ordinary cookie. */
  partitionKey: string | null;
}

/** What no jar could hold. */
export type DraftProblem = 'empty' | 'name' | 'value' | 'domain' | 'path' | 'expires' | 'partition';

export type DraftResult =
  | { readonly ok: true; readonly cookie: Cookie }
  | { readonly ok: false; readonly problem: DraftProblem };

export function draftOf(cookie: Cookie): CookieDraft {
  const { name, value, domain, hostOnly, path, secureOnly, httpOnly, sameSite } = cookie;
  const expires = cookie.expiryTime === null ? null : labDateField(cookie.expiryTime);
  const { partitionKey } = cookie;
  return {
    name,
    value,
    domain,
    hostOnly,
    path,
    expires,
    secureOnly,
    httpOnly,
    sameSite,
    partitionKey,
  };
}

/** The cookie that the fields describe; the creation stays that of the stored one. */
export function cookieOfDraft(draft: CookieDraft, stored: Cookie): DraftResult {
  const problem = problemOf(draft);
  if (problem !== null) return { ok: false, problem };
  const { hostOnly, path, secureOnly, httpOnly, sameSite, partitionKey } = draft;
  const expiryTime = expiryOf(draft, stored);
  return {
    ok: true,
    cookie: {
      ...stored,
      name: draft.name.trim(),
      value: draft.value.trim(),
      domain: canonicalHost(draft.domain) ?? draft.domain,
      hostOnly,
      path,
      secureOnly,
      httpOnly,
      sameSite,
      expiryTime,
      persistent: expiryTime !== null,
      partitionKey: partitionKey === null ? null : canonicalPartitionKey(partitionKey),
    },
  };
}

function problemOf(draft: CookieDraft): DraftProblem | null {
  const { name, value, domain, path, expires, partitionKey } = draft;
  if (name.trim() === '' && value.trim() === '') return 'empty';
  if (isUnwritable(name) || name.includes('=')) return 'name';
  if (isUnwritable(value)) return 'value';
  if (domain === '' || canonicalHost(domain) === null || domain.startsWith('.')) return 'domain';
  if (!path.startsWith('/') || isUnwritable(path)) return 'path';
  if (expires !== null && labTimeOfField(expires) === null) return 'expires';
  if (partitionKey !== null && canonicalPartitionKey(partitionKey) === null) return 'partition';
  return null;
}

/** Whether a text would end, or spoil, the field that it stands in. */
function isUnwritable(text: string): boolean {
  return text.includes(';') || refuseControlCharacters(text) !== null;
}

/** A date that was not touched keeps its milliseconds. */
function expiryOf({ expires }: CookieDraft, { expiryTime }: Cookie): number | null {
  if (expires === null) return null;
  if (expiryTime !== null && expires === labDateField(expiryTime)) return expiryTime;
  return labTimeOfField(expires);
}
