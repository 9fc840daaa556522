import { fieldValue } from '../../http/fields.ts';
import type { Field, HttpResponse } from '../../http/message.ts';
import type { Rule } from '../../http/rule.ts';
import { contentLimit } from '../form.ts';
import { jsonContent } from '../response.ts';
import type { Turn } from '../shop/turn.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Answers with JSON that no cache may keep (RFC 6749 §5.1). */
export function answerWithJson(
  turn: Turn,
  status: number,
  value: JsonObject,
  fields: readonly Field[] = [],
): HttpResponse {
  // #marker: answer
  turn.trace.done('json-sent', 'server/api/json.ts#answer', { status });
  return jsonContent(status, value, {
    now: turn.now,
    fields: [['Cache-Control', 'no-store'], ...fields, ...turn.setCookies],
  });
}

/** Answers that it did not work: a stable code for the script, as OAuth has them (RFC 6749 §5.2). */
export function answerWithError(
  turn: Turn,
  status: number,
  error: string,
  fields: readonly Field[] = [],
): HttpResponse {
  return answerWithJson(turn, status, { error }, fields);
}

export type JsonReading =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly response: HttpResponse };

/** The JSON object that a request brings; no content at all is an empty one. Never throws. */
export function readJson(turn: Turn): JsonReading {
  const { content, fields } = turn.request;
  if (content === '') return { ok: true, value: {} };
  const [mediaType = ''] = (fieldValue(fields, 'content-type') ?? '').split(';');
  if (content.length > contentLimit) return refused(turn, 413, 'content-too-large', '15.5.14');
  if (mediaType.trim().toLowerCase() !== 'application/json')
    return refused(turn, 415, 'unsupported-media-type', '15.5.16');
  const value = parsed(content);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(turn, 400, 'not-a-json-object', '15.5.1');
  return { ok: true, value: value as JsonObject };
}

/** The text under a name; empty where there is none. */
export function textIn(value: JsonObject, name: string): string {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
}

function refused(turn: Turn, status: number, reason: string, section: string): JsonReading {
  // #marker: read-json
  const rule: Rule = { document: 'RFC9110', section };
  turn.trace.refused('json-refused', 'server/api/json.ts#read-json', rule, { reason });
  return { ok: false, response: answerWithError(turn, status, 'invalid_request') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
