/** Where a text stops being JSON. */
export interface JsonBreak {
  /** Code units before it. */
  readonly offset: number;
  /** It is JSON as far as it goes: something is missing at its end. */
  readonly truncated: boolean;
  /** Names and numbers of the members within which it is, outermost first. */
  readonly path: readonly (string | number)[];
}

interface Level {
  readonly isArray: boolean;
  /** Name of the member, or number of the element. */
  at: string | number;
}

const SPACE = /[ \t\n\r]/;
const LITERALS = ['true', 'false', 'null'] as const;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What a number may have begun as when the text ended. */
const NUMBER_BEGUN = /^-?(?:0|[1-9]\d*)?(?:(?<=\d)\.\d*)?(?:(?<=\d)[eE][+-]?\d*)?$/;
const ESCAPED = '"\\/bfnrt';
const HEXADECIMAL = /[0-9a-fA-F]/;

/**
 * Finds where a text breaks the grammar of JSON (RFC 8259); `null` where it does not. Parsers say it each in
 * words of their own, and not where in the document. Linear, and as deep as may be.
 */
export function jsonBreak(text: string): JsonBreak | null {
  const levels: Level[] = [];
  let offset = 0;

  const broken = (at: number): JsonBreak => ({
    offset: at,
    truncated: at >= text.length,
    path: levels.map((level) => level.at),
  });
  const skipSpace = (): void => {
    while (offset < text.length && SPACE.test(text.charAt(offset))) offset += 1;
  };

  for (;;) {
    // A value.
    skipSpace();
    const first = text.charAt(offset);
    if (first === '{' || first === '[') {
      offset += 1;
      const isArray = first === '[';
      levels.push({ isArray, at: isArray ? 0 : '' });
      skipSpace();
      if (text.charAt(offset) !== (isArray ? ']' : '}')) {
        if (!isArray) {
          const failed = readName();
          if (failed !== null) return broken(failed);
        }
        continue;
      }
    } else {
      const failed = readScalar(first);
      if (failed !== null) return broken(failed);
      if (levels.length === 0) break;
    }
    // What may follow it: the ends of what holds it, then the next one.
    for (;;) {
      skipSpace();
      const level = levels.at(-1);
      if (level === undefined) break;
      const next = text.charAt(offset);
      if (next === (level.isArray ? ']' : '}')) {
        offset += 1;
        levels.pop();
        continue;
      }
      if (next !== ',') return broken(offset);
      offset += 1;
      if (level.isArray) level.at = Number(level.at) + 1;
      else {
        const failed = readName();
        if (failed !== null) return broken(failed);
      }
      break;
    }
    if (levels.length === 0) break;
  }
  skipSpace();
  return offset < text.length ? { offset, truncated: false, path: [] } : null;

  /** Where it fails; `null` where it does not. */
  function readName(): number | null {
    skipSpace();
    const start = offset;
    if (text.charAt(offset) !== '"') return offset;
    const failed = readString();
    if (failed !== null) return failed;
    const level = levels.at(-1);
    if (level !== undefined) level.at = text.slice(start + 1, Math.min(offset - 1, start + 100));
    skipSpace();
    if (text.charAt(offset) !== ':') return offset;
    offset += 1;
    return null;
  }

  function readScalar(first: string): number | null {
    if (first === '"') return readString();
    const literal = LITERALS.find((one) => first !== '' && one.startsWith(first));
    if (literal !== undefined) {
      if (text.startsWith(literal, offset)) {
        offset += literal.length;
        return null;
      }
      return literal.startsWith(text.slice(offset, offset + literal.length)) ? text.length : offset;
    }
    NUMBER.lastIndex = offset;
    const [number] = NUMBER.exec(text) ?? [];
    const rest = text.length - offset < 400 ? text.slice(offset) : null;
    if (rest !== null && rest !== number && NUMBER_BEGUN.test(rest)) return text.length;
    if (number === undefined) return offset;
    offset += number.length;
    return null;
  }

  function readString(): number | null {
    offset += 1;
    for (;;) {
      const code = text.charCodeAt(offset);
      if (Number.isNaN(code)) return text.length;
      if (code < 0x20) return offset;
      offset += 1;
      if (code === 0x22) return null;
      if (code !== 0x5c) continue;
      const failed = readEscape();
      if (failed !== null) return failed;
    }
  }

  function readEscape(): number | null {
    const escape = text.charAt(offset);
    if (escape === '') return text.length;
    if (escape !== 'u') {
      if (!ESCAPED.includes(escape)) return offset;
      offset += 1;
      return null;
    }
    for (let digit = 1; digit <= 4; digit += 1) {
      const character = text.charAt(offset + digit);
      if (character === '') return text.length;
      if (!HEXADECIMAL.test(character)) return offset + digit;
    }
    offset += 5;
    return null;
  }
}
