import type { Rule } from '../../http/rule.ts';
import { decodeBase64url, decodeBase64urlText, decodeUtf8 } from '../base64url.ts';
import { objectIn, type DecodedJwt, type MalformedJwt } from '../decode.ts';
import { duplicateMembers } from '../duplicate-members.ts';
import { step, type StepId, type VerificationStep } from './step.ts';

/** What was found when the token was taken apart: the first fault ends it (RFC 7515 §5.2, RFC 7519 §7.2). */
export function readSteps(
  token: string,
  decoded: DecodedJwt | MalformedJwt,
): readonly VerificationStep[] {
  if (!decoded.ok) return [...passedBefore(token, decoded), malformedStep(decoded)];
  return [
    ...passed('split', 'base64url', 'utf-8'),
    uniqueNames(decoded),
    ...passed('header'),
    criticalStep(decoded),
  ];
}

type ReadStep = Extract<StepId, 'split' | 'base64url' | 'utf-8' | 'json' | 'header'>;

/** In their order, with what is said of them when they hold. */
const held: Readonly<Record<ReadStep, readonly [code: string, rule: Rule]>> = {
  split: ['three-parts', { document: 'RFC7515', section: '3.1' }],
  base64url: ['base64url', { document: 'RFC7515', section: '2' }],
  'utf-8': ['utf-8', { document: 'RFC7515', section: '5.2' }],
  json: ['json-object', { document: 'RFC7519', section: '7.2' }],
  header: ['algorithm-named', { document: 'RFC7515', section: '4.1.1' }],
};

function passed(...ids: readonly ReadStep[]): readonly VerificationStep[] {
  return ids.map((id) => {
    const [code, rule] = held[id];
    return { id, verdict: 'passed', code, rule, values: {} };
  });
}

/** Steps that hold of every part of a malformed token, up to the one that does not. */
function passedBefore(token: string, fault: MalformedJwt): readonly VerificationStep[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const holds: Readonly<Record<ReadStep, () => boolean>> = {
    split: () => fault.part !== 'token',
    base64url: () => [header, payload, signature].every((part) => decodeBase64url(part) !== null),
    'utf-8': () => [header, payload].every(isText),
    json: () => objectIn(header, 'header').ok && objectIn(payload, 'payload').ok,
    header: () => fault.code === 'payload-unencoded',
  };
  const ids: readonly ReadStep[] = ['split', 'base64url', 'utf-8', 'json', 'header'];
  const broken = ids.findIndex((id) => id === placeOf(fault) || !holds[id]());
  return passed(...ids.slice(0, broken < 0 ? ids.length : broken));
}

function isText(part: string): boolean {
  const octets = decodeBase64url(part);
  return octets !== null && decodeUtf8(octets) !== null;
}

function malformedStep(fault: MalformedJwt): VerificationStep {
  const verdict = fault.code === 'encrypted' ? 'not-checked' : 'failed';
  const { code, rule, part } = fault;
  return { id: placeOf(fault), verdict, code, rule, values: { part } };
}

function placeOf({ code, part }: MalformedJwt): StepId {
  if (part === 'token') return 'split';
  if (code === 'not-base64url') return 'base64url';
  if (code === 'not-utf-8') return 'utf-8';
  if (code === 'algorithm-missing') return 'header';
  return code === 'payload-unencoded' ? 'crit' : 'json';
}

function uniqueNames({ parts: [header, payload] }: DecodedJwt): VerificationStep {
  for (const [part, text, document] of [
    ['header', header, 'RFC7515'],
    ['payload', payload, 'RFC7519'],
  ] as const) {
    const names = duplicateMembers(decodeBase64urlText(text) ?? '');
    if (names.length > 0)
      return step('json', 'failed', 'duplicate-members', [document, '4'], {
        names: names.join(', '),
        part,
      });
  }
  const [code, rule] = held.json;
  return { id: 'json', verdict: 'passed', code, rule, values: {} };
}

/** No extension is understood here; `b64` is forbidden in a JWT (RFC 7797 §7). */
function criticalStep({ header }: DecodedJwt): VerificationStep {
  if (header['b64'] !== undefined)
    return step('crit', 'failed', 'payload-unencoded', ['RFC7797', '7']);
  return header.crit === undefined
    ? step('crit', 'passed', 'nothing-critical', ['RFC7515', '4.1.11'])
    : step('crit', 'failed', 'critical-not-understood', ['RFC7515', '4.1.11']);
}
