import { EnvelopeError, requireThat } from './envelope-error.ts';

/** Changes with every change of the envelope's form: a worker of yesterday must not guess. */
const VERSION = 1;

/**
 * An envelope as the value of a header: JSON, with all that is not ASCII escaped, because a header holds
 * octets and Fetch refuses the rest. It can still be read in the Network panel of the real DevTools.
 */
export function toEnvelopeText(members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ version: VERSION, ...members }).replace(/[\u007f-\uffff]/g, escaped);
}

/** The members of an envelope: exactly the required ones and perhaps the optional ones, nothing else. */
export function fromEnvelopeText(
  text: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const { version, ...members } = plainObject(parsed(text), 'envelope');
  requireThat(version === VERSION, `envelope of version ${String(version)}`);
  requireMembers(members, required, optional, 'envelope');
  return members;
}

/** The value as an object that is neither null nor an array. */
export function plainObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  requireThat(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${what} is no object`,
  );
  return value as Readonly<Record<string, unknown>>;
}

export function requireMembers(
  members: Readonly<Record<string, unknown>>,
  required: readonly string[],
  optional: readonly string[],
  what: string,
): void {
  for (const name of required) requireThat(Object.hasOwn(members, name), `${what} without ${name}`);
  for (const name of Object.keys(members)) {
    requireThat(required.includes(name) || optional.includes(name), `${what} with unknown ${name}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EnvelopeError('envelope is no JSON');
  }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
