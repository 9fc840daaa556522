import type { Field, Fields } from './message.ts';

/** Field names compare without regard to case (RFC 9110 §5.1). */
function hasName(name: string): (field: Field) => boolean {
  const wanted = name.toLowerCase();
  return ([written]) => written.toLowerCase() === wanted;
}

/** Value of the first field line of that name; `null` when there is none. */
export function fieldValue(fields: Fields, name: string): string | null {
  return fields.find(hasName(name))?.[1] ?? null;
}

/** Values of all field lines of that name, in order. */
export function fieldValues(fields: Fields, name: string): string[] {
  return fields.filter(hasName(name)).map(([, value]) => value);
}

/** The fields with exactly one line of that name: in the place of the first one, or at the end. */
export function withField(fields: Fields, name: string, value: string): Fields {
  const isNamed = hasName(name);
  const place = fields.findIndex(isNamed);
  if (place < 0) return appendField(fields, name, value);
  return fields.flatMap((field, index): Field[] => {
    if (index === place) return [[name, value]];
    return isNamed(field) ? [] : [field];
  });
}

/** The fields without any line of that name. */
export function withoutField(fields: Fields, name: string): Fields {
  const isNamed = hasName(name);
  return fields.filter((field) => !isNamed(field));
}

/** The fields and one more line, as `Set-Cookie` needs it: one line a cookie (RFC 9110 §5.3). */
export function appendField(fields: Fields, name: string, value: string): Fields {
  return [...fields, [name, value]];
}
