import type { HttpResponse } from '../http/message.ts';
import { NetworkFailure, type NetworkFailureCode } from '../http/network-failure.ts';
import { canBeBody } from './body.ts';
import { ENVELOPE_HEADER, type CarriedHeader, type CarriedResponse } from './carried.ts';
import { checkedFields } from './checked-fields.ts';
import { requireThat } from './envelope-error.ts';
import { fromEnvelopeText, plainObject, requireMembers, toEnvelopeText } from './envelope-text.ts';
import { mirroredHeaders } from './mirrored-headers.ts';

/** What comes back: a response, or why there is none. */
export type Outcome =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'failure'; readonly failure: NetworkFailure }
  | { readonly kind: 'bug'; readonly error: Error };

const FAILURE_CODES: Readonly<Record<NetworkFailureCode, true>> = {
  aborted: true,
  'connection-refused': true,
  'connection-lost': true,
  'name-not-resolved': true,
};

/**
 * Puts an outcome into its envelope.
 * @param carriedMethod the method by which it travels: a real response to HEAD has no body
 */
export function sealOutcome(outcome: Outcome, carriedMethod: string): CarriedResponse {
  if (outcome.kind === 'response') return sealResponse(outcome.response, carriedMethod);
  if (outcome.kind === 'failure') {
    const { code, message } = outcome.failure;
    return sealed(200, [], { failure: { code, message } });
  }
  const { name, message, stack } = outcome.error;
  return sealed(500, [], { error: { name, message, ...(stack === undefined ? {} : { stack }) } });
}

/** Takes an outcome out of its envelope. Throws an `EnvelopeError` for an envelope that is none of ours. */
export function openOutcome(envelope: string, body: string): Outcome {
  const members = fromEnvelopeText(
    envelope,
    [],
    ['status', 'fields', 'content', 'failure', 'error'],
  );
  if ('failure' in members) return { kind: 'failure', failure: openFailure(members['failure']) };
  if ('error' in members) return { kind: 'bug', error: openError(members['error']) };
  const { status, fields, content = body } = members;
  requireThat(typeof content === 'string', 'content is no text');
  return {
    kind: 'response',
    response: { status: checkedStatus(status), fields: checkedFields(fields), content },
  };
}

function sealResponse(
  { status, fields, content }: HttpResponse,
  carriedMethod: string,
): CarriedResponse {
  const inBody = carriedMethod !== 'HEAD' && canBeBody(content);
  const envelope = {
    status: checkedStatus(status),
    fields: checkedFields(fields),
    ...(inBody ? {} : { content }),
  };
  return sealed(carriedStatus(status), mirroredHeaders(fields), envelope, inBody ? content : '');
}

function sealed(
  status: number,
  headers: readonly CarriedHeader[],
  envelope: Readonly<Record<string, unknown>>,
  body = '',
): CarriedResponse {
  return { status, headers: [...headers, [ENVELOPE_HEADER, toEnvelopeText(envelope)]], body };
}

/**
 * Statuses that Fetch treats in its own way travel as 200: informational ones are no response to it,
 * some must not have a body, and redirects would be followed by the real browser, their fields lost.
 */
function carriedStatus(status: number): number {
  const special =
    status < 200 ||
    status > 599 ||
    status === 204 ||
    status === 205 ||
    (status >= 300 && status < 400);
  return special ? 200 : status;
}

/** Three digits (RFC 9110 §15). */
function checkedStatus(value: unknown): number {
  requireThat(
    typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 999,
    `status ${JSON.stringify(value)} is not of three digits`,
  );
  return value;
}

function openFailure(value: unknown): NetworkFailure {
  const failure = plainObject(value, 'failure');
  requireMembers(failure, ['code', 'message'], [], 'failure');
  const { code, message } = failure;
  requireThat(isFailureCode(code), `failure with unknown code ${JSON.stringify(code)}`);
  requireThat(typeof message === 'string', 'failure.message is no text');
  return new NetworkFailure(code, message);
}

function openError(value: unknown): Error {
  const members = plainObject(value, 'error');
  requireMembers(members, ['name', 'message'], ['stack'], 'error');
  const { name, message, stack } = members;
  requireThat(
    typeof name === 'string' && typeof message === 'string',
    'error without name and message',
  );
  const error = new Error(message);
  error.name = name;
  if (typeof stack === 'string') error.stack = stack;
  return error;
}

function isFailureCode(value: unknown): value is NetworkFailureCode {
  return typeof value === 'string' && Object.hasOwn(FAILURE_CODES, value);
}
