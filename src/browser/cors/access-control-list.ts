import { fieldValues } from '../../http/fields.ts';
import type { Fields } from '../../http/message.ts';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The tokens of a list field over all its lines, as it is written; `null` for one that is no list of tokens. */
export function accessControlList(fields: Fields, name: string): readonly string[] | null {
  const items = fieldValues(fields, name)
    .flatMap((value) => value.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.every((item) => token.test(item)) ? items : null;
}
