import type { Field, Fields } from '../http/message.ts';
import { requireThat } from './envelope-error.ts';

/** A token (RFC 9110 §5.6.2). */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What would end a field line, or the message (RFC 9110 §5.5). */
const LINE_END = /[\0\r\n]/;

/** The value as field lines: pairs of a token and a text on one line. */
export function checkedFields(value: unknown): Fields {
  requireThat(Array.isArray(value), 'fields are no list');
  return value.map(checkedField);
}

/** The value as a method: a token (RFC 9110 §9.1). */
export function checkedMethod(value: unknown): string {
  requireThat(isToken(value), `method ${JSON.stringify(value)} is no token`);
  return value;
}

function checkedField(value: unknown): Field {
  requireThat(Array.isArray(value) && value.length === 2, 'field is no pair');
  const [name, text] = value as [unknown, unknown];
  requireThat(isToken(name), `field name ${JSON.stringify(name)} is no token`);
  requireThat(
    typeof text === 'string' && !LINE_END.test(text),
    `value of field ${name} is not one line`,
  );
  return [name, text];
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}
