import type { PartFault, TokenReading } from '../../jwt/read-token.ts';
import * as m from '../../messages/compiled/messages.js';

const faults: Readonly<Record<PartFault, () => string>> = {
  missing: m.workbench_part_missing,
  empty: m.workbench_part_empty,
  'cut-off': m.workbench_part_cut_off,
  'not-base64url': m.workbench_part_not_base64url,
  'not-utf-8': m.workbench_part_not_utf8,
  'not-json': m.workbench_part_not_json,
};

/** What is wrong with a part, or still missing of it. */
export function faultText(fault: PartFault): string {
  return faults[fault]();
}

/** Which parts a token still lacks; `null` where it has all, or there is none. */
export function missingText({ kind, header, payload, signature }: TokenReading): string | null {
  if (kind === 'too-many-parts') return m.workbench_too_many_parts();
  if (kind !== 'unfinished') return null;
  const parts = [
    ...(header.fault === 'cut-off' ? [m.jwt_header()] : []),
    ...(payload.fault === null ? [] : [m.jwt_payload()]),
    ...(signature === '' ? [m.jwt_signature()] : []),
  ];
  return m.workbench_unfinished({ parts: parts.join(', ') });
}
