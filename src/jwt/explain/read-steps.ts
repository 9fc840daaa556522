import { decodeBase64urlText } from '../base64url.ts';
import type { DecodedJwt, MalformedJwt } from '../decode.ts';
import { duplicateMembers } from '../duplicate-members.ts';
import { step, type VerificationStep } from './step.ts';

/** What was found when the token was taken apart: the first fault ends it (RFC 7515 §5.2, RFC 7519 §7.2). */
export function readSteps(decoded: DecodedJwt | MalformedJwt): readonly VerificationStep[] {
  if (!decoded.ok) return [malformedStep(decoded)];
  return [
    step('split', 'passed', 'three-parts', ['RFC7515', '3.1']),
    uniqueNames('header', decoded.parts[0]),
    criticalStep(decoded),
    uniqueNames('payload', decoded.parts[1]),
    step('signature-text', 'passed', 'base64url', ['RFC7515', '2'], {
      octets: decoded.signature.length,
    }),
  ];
}

const where = {
  token: 'split',
  header: 'header',
  payload: 'payload',
  signature: 'signature-text',
} as const;

function malformedStep({ code, rule, part }: MalformedJwt): VerificationStep {
  const verdict = code === 'encrypted' ? 'not-checked' : 'failed';
  const id = code === 'payload-unencoded' ? 'crit' : where[part];
  return { id, verdict, code, rule, values: {} };
}

function uniqueNames(id: 'header' | 'payload', part: string): VerificationStep {
  const names = duplicateMembers(decodeBase64urlText(part) ?? '');
  const rule = id === 'header' ? (['RFC7515', '4'] as const) : (['RFC7519', '4'] as const);
  return names.length === 0
    ? step(id, 'passed', 'json-object', rule)
    : step(id, 'failed', 'duplicate-members', rule, { names: names.join(', ') });
}

/** No extension is understood here; `b64` is forbidden in a JWT (RFC 7797 §7). */
function criticalStep({ header }: DecodedJwt): VerificationStep {
  if (header['b64'] !== undefined)
    return step('crit', 'failed', 'payload-unencoded', ['RFC7797', '7']);
  return header.crit === undefined
    ? step('crit', 'passed', 'nothing-critical', ['RFC7515', '4.1.11'])
    : step('crit', 'failed', 'critical-not-understood', ['RFC7515', '4.1.11']);
}
