import { describe, expect, test } from 'vitest';
import {
  appendField,
  fieldValue,
  fieldValues,
  withField,
  withoutField,
} from '../../../src/http/fields.ts';
import type { Fields } from '../../../src/http/message.ts';

const fields: Fields = [
  ['Content-Type', 'text/html'],
  ['Set-Cookie', 'a=1'],
  ['set-cookie', 'b=2'],
];

describe('fields', () => {
  test('are found without regard to case', () => {
    expect(fieldValue(fields, 'SET-COOKIE')).toBe('a=1');
    expect(fieldValues(fields, 'Set-Cookie')).toEqual(['a=1', 'b=2']);
    expect(fieldValue(fields, 'Location')).toBeNull();
    expect(fieldValues(fields, 'Location')).toEqual([]);
  });

  test('are replaced in the place of the first', () => {
    expect(withField(fields, 'Set-Cookie', 'c=3')).toEqual([
      ['Content-Type', 'text/html'],
      ['Set-Cookie', 'c=3'],
    ]);
    expect(withField([], 'Accept', '*/*')).toEqual([['Accept', '*/*']]);
  });

  test('are removed and appended', () => {
    expect(withoutField(fields, 'Set-cookie')).toEqual([['Content-Type', 'text/html']]);
    expect(appendField(fields, 'Set-Cookie', 'c=3')).toHaveLength(4);
    expect(fields).toHaveLength(3);
  });
});
