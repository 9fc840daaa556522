import { labPasswords } from '../../server/shop/lab-passwords.ts';
import { leftOutText } from './left-out.ts';

/** In a form's content or an address (`password=…`), and in JSON (`"password":"…"`). */
const inForm = /((?:^|[?&\s])(?:[\w-]*[_-])?password=)([^&#\s"]*)/gi;
const inJson = /("(?:[\w-]*[_-])?password"\s*:\s*")((?:[^"\\]|\\.)*)/gi;

const known: ReadonlySet<string> = new Set(['', ...Object.values(labPasswords), leftOutText]);

/** The text without the passwords in it; `found` hears of each. */
export function withoutPasswords(text: string, found: () => void): string {
  if (!/password/i.test(text)) return text;
  const replace = (whole: string, name: string, value: string) => {
    if (known.has(value)) return whole;
    found();
    return `${name}${leftOutText}`;
  };
  return text.replace(inForm, replace).replace(inJson, replace);
}
