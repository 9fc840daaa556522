import type { StepId, VerificationStep } from '../../jwt/explain/step.ts';
import * as m from '../../messages/compiled/messages.js';
import { dateAndTime, readerTimeZone } from '../time/duration.ts';
import { keyWords } from './refusal-words.ts';

/** What a step looks at. */
export function stepName(id: StepId): string {
  return names[id]();
}

/** What was found at a step, in the reader's language; the code itself where there are no words for it. */
export function stepText({ code, values }: VerificationStep, language: string): string {
  const say = words[code] ?? keyWords[code];
  return say?.(new Words(values, language)) ?? code;
}

const names: Readonly<Record<StepId, () => string>> = {
  split: m.workbench_step_split,
  base64url: () => 'base64url',
  'utf-8': () => 'UTF-8',
  json: () => 'JSON',
  header: m.jwt_header,
  crit: () => 'crit',
  algorithm: m.workbench_step_algorithm,
  'embedded-key': m.workbench_step_embedded_key,
  key: m.workbench_step_key,
  signature: m.jwt_signature,
  typ: () => 'typ',
  exp: () => 'exp',
  nbf: () => 'nbf',
  iat: () => 'iat',
  iss: () => 'iss',
  aud: () => 'aud',
};

const partNames: Readonly<Record<string, () => string>> = {
  token: m.jwt_part_token,
  header: m.jwt_header,
  payload: m.jwt_payload,
  signature: m.jwt_signature,
};

/** The values of a step, as its words want them. */
class Words {
  constructor(
    private readonly values: VerificationStep['values'],
    private readonly language: string,
  ) {}

  text(name: string): string {
    return String(this.values[name] ?? '');
  }

  get part(): string {
    return partNames[this.text('part')]?.() ?? '';
  }

  /** A moment that is given in seconds since the epoch. */
  moment(name: string): string {
    return dateAndTime(Number(this.values[name]) * 1000, this.language, readerTimeZone());
  }
}

type Say = (values: Words) => string;

const words: Readonly<Record<string, Say>> = {
  'not-reached': () => m.workbench_not_reached(),
  'three-parts': () => m.workbench_three_parts(),
  'wrong-number-of-parts': () => m.jwt_malformed_parts(),
  empty: () => m.jwt_malformed_empty(),
  encrypted: () => m.jwt_encrypted(),
  base64url: () => m.workbench_base64url(),
  'not-base64url': (v) => m.jwt_malformed_base64url({ part: v.part }),
  'utf-8': () => m.workbench_utf8(),
  'not-utf-8': (v) => m.jwt_malformed_utf8({ part: v.part }),
  'json-object': () => m.workbench_json_object(),
  'not-json': (v) => m.jwt_malformed_json({ part: v.part }),
  'not-an-object': (v) => m.jwt_malformed_object({ part: v.part }),
  'duplicate-members': (v) => m.workbench_duplicate_members({ names: v.text('names') }),
  'algorithm-named': () => m.workbench_algorithm_named(),
  'algorithm-missing': () => m.jwt_malformed_algorithm(),
  'nothing-critical': () => m.workbench_nothing_critical(),
  'critical-not-understood': () => m.workbench_critical_not_understood(),
  'payload-unencoded': () => m.jwt_malformed_unencoded(),
  'algorithm-allowed': (v) => m.workbench_algorithm_allowed({ alg: v.text('alg') }),
  'algorithm-not-allowed': (v) => m.workbench_algorithm_not_allowed({ alg: v.text('alg') }),
  'embedded-key-ignored': (v) => m.workbench_embedded_key_ignored({ names: v.text('names') }),
  'key-chosen': (v) =>
    v.text('kid') === ''
      ? m.workbench_key_chosen()
      : m.workbench_key_chosen_by_kid({ kid: v.text('kid') }),
  'signature-matches': (v) =>
    m.workbench_signature_matches({ signed: v.text('signed'), alg: v.text('alg') }),
  'signature-wrong': (v) =>
    m.workbench_signature_wrong({ signed: v.text('signed'), alg: v.text('alg') }),
  'signature-missing': () => m.workbench_signature_missing(),
  'signature-length-wrong': (v) =>
    m.workbench_signature_length_wrong({ alg: v.text('alg'), octets: v.text('octets') }),
  'typ-not-expected': () => m.workbench_typ_not_expected(),
  'typ-matches': (v) => m.workbench_typ_matches({ typ: v.text('typ') }),
  'typ-differs': (v) => m.workbench_typ_differs({ typ: v.text('typ') }),
  absent: () => m.workbench_absent(),
  'required-but-absent': () => m.workbench_required_but_absent(),
  'not-checked': () => m.workbench_not_checked(),
  'wrong-type': () => m.workbench_wrong_type(),
  'in-milliseconds': () => m.workbench_in_milliseconds(),
  'not-expired': (v) => m.workbench_not_expired({ moment: v.moment('exp') }),
  expired: (v) => m.workbench_expired({ moment: v.moment('exp') }),
  'already-valid': (v) => m.workbench_already_valid({ moment: v.moment('nbf') }),
  'not-yet-valid': (v) => m.workbench_not_yet_valid({ moment: v.moment('nbf') }),
  'issued-in-the-past': (v) => m.workbench_issued_in_the_past({ moment: v.moment('iat') }),
  'issued-in-the-future': (v) => m.workbench_issued_in_the_future({ moment: v.moment('iat') }),
  'issuer-matches': (v) => m.workbench_issuer_matches({ iss: v.text('iss') }),
  'issuer-differs': (v) =>
    m.workbench_issuer_differs({ iss: v.text('iss'), wanted: v.text('wanted') }),
  'audience-matches': (v) => m.workbench_audience_matches({ aud: v.text('aud') }),
  'audience-differs': (v) =>
    m.workbench_audience_differs({ aud: v.text('aud'), wanted: v.text('wanted') }),
};
