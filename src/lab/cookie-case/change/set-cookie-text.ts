import { trimWhitespace } from '../../../cookies/whitespace.ts';

/**
 * A `Set-Cookie` field value changed in one place, the rest of it as it was written: an attribute set, in the place of
 * the one of that name or at the end.
 *
 * @param value `null` for an attribute without one
 */
export function withAttribute(fieldValue: string, name: string, value: string | null): string {
  const attribute = value === null ? name : `${name}=${value}`;
  const [pair = '', ...attributes] = fieldValue.split(';');
  const place = attributes.findLastIndex(isNamed(name));
  const kept = attributes.filter((text, index) => index === place || !isNamed(name)(text));
  if (place < 0) return joined(pair, [...kept, attribute]);
  const at = kept.findIndex(isNamed(name));
  return joined(pair, kept.with(at, attribute));
}

export function withoutAttribute(fieldValue: string, name: string): string {
  const [pair = '', ...attributes] = fieldValue.split(';');
  return joined(
    pair,
    attributes.filter((text) => !isNamed(name)(text)),
  );
}

/** With another value of the cookie itself. */
export function withValue(fieldValue: string, value: string): string {
  const [pair = '', ...attributes] = fieldValue.split(';');
  const name = trimWhitespace(pair.split('=', 1)[0] ?? '');
  return joined(`${name}=${value}`, attributes);
}

/** With another name of the cookie itself. */
export function withName(fieldValue: string, name: string): string {
  const [pair = '', ...attributes] = fieldValue.split(';');
  const equals = pair.indexOf('=');
  return joined(`${name}=${trimWhitespace(pair.slice(equals + 1))}`, attributes);
}

function isNamed(name: string): (attribute: string) => boolean {
  const wanted = name.toLowerCase();
  return (attribute) => trimWhitespace(attribute.split('=', 1)[0] ?? '').toLowerCase() === wanted;
}

function joined(pair: string, attributes: readonly string[]): string {
  const texts = attributes.map(trimWhitespace).filter((text) => text !== '');
  return [trimWhitespace(pair), ...texts].join('; ');
}
