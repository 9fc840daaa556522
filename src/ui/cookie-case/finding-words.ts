import type { FrameworkNote, Said } from '../../lab/cookie-case/code/frameworks.ts';
import type { Finding, FindingCode } from '../../lab/cookie-case/reading/security-reading.ts';
import * as m from '../../messages/compiled/messages.js';

const findings: Readonly<Record<FindingCode, (values: never) => string>> = {
  secure: m.cookie_case_finding_secure,
  'http-only': m.cookie_case_finding_http_only,
  'same-site-missing': m.cookie_case_finding_same_site_missing,
  'same-site-none': m.cookie_case_finding_same_site_none,
  prefix: m.cookie_case_finding_prefix,
  'host-prefix': m.cookie_case_finding_host_prefix,
  domain: m.cookie_case_finding_domain,
  path: m.cookie_case_finding_path,
  lifetime: m.cookie_case_finding_lifetime,
  'telling-name': m.cookie_case_finding_telling_name,
  jwt: m.cookie_case_finding_jwt,
  'serialised-object': m.cookie_case_finding_serialised_object,
  'personal-data': m.cookie_case_finding_personal_data,
  guessable: m.cookie_case_finding_guessable,
  size: m.cookie_case_finding_size,
};

/** A finding, and what it would take. */
export function findingText({ code, values }: Finding): string {
  return findings[code](values as never);
}

export const frameworkNotes: Readonly<Record<FrameworkNote, () => string>> = {
  encodes: m.cookie_case_note_encodes,
  encrypts: m.cookie_case_note_encrypts,
  'own-value': m.cookie_case_note_own_value,
  'path-root': m.cookie_case_note_path_root,
  minutes: m.cookie_case_note_minutes,
  'python-3-14': m.cookie_case_note_python_3_14,
  dollar: m.cookie_case_note_dollar,
};

/** As they stand in the field. */
export const attributeNames: Readonly<Record<Said, string>> = {
  domain: 'Domain',
  path: 'Path',
  maxAge: 'Max-Age',
  expires: 'Expires',
  secure: 'Secure',
  httpOnly: 'HttpOnly',
  sameSite: 'SameSite',
  partitioned: 'Partitioned',
};
