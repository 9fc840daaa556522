/**
 * The lenient date of `Expires` (6265bis §5.1.1): tokens in any order between any delimiters; the first
 * that can be a time, a day, a month and a year are taken, time zones are ignored (it is always UTC).
 */
const DELIMITERS = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Which tokens are read as what, and the earliest year. */
export interface DateGrammar {
  readonly time: RegExp;
  readonly dayOfMonth: RegExp;
  readonly year: RegExp;
  readonly earliestYear: number;
}

/** The RFC's: what stands after the digits does not matter; years of two to four digits, from 1601 on. */
const RFC_GRAMMAR: DateGrammar = {
  time: /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/,
  dayOfMonth: /^(\d{1,2})(?:\D|$)/,
  year: /^(\d{2,4})(?:\D|$)/,
  earliestYear: 1601,
};

/** Chromium's: nothing may stand after the digits, a time may have any number of them; any year of one to five. */
export const CHROMIUM_GRAMMAR: DateGrammar = {
  time: /^(\d+):(\d+):(\d+)$/,
  dayOfMonth: /^(\d{1,2})$/,
  year: /^(\d{1,5})$/,
  earliestYear: 0,
};

/** Parts of a time beyond 32 bits are none at all. */
const MOST_OF_A_PART = 0xffff_ffff;

interface Found {
  time?: readonly [hour: number, minute: number, second: number];
  dayOfMonth?: number;
  /** 0 is January. */
  month?: number;
  year?: number;
}

/** Milliseconds since the epoch; `null` for what cannot be read as a date. */
export function parseCookieDate(text: string, grammar: DateGrammar = RFC_GRAMMAR): number | null {
  const found: Found = {};
  for (const token of text.split(DELIMITERS)) take(token, found, grammar);

  const { time, dayOfMonth, month, year } = found;
  if (time === undefined || dayOfMonth === undefined || month === undefined || year === undefined)
    return null;
  return fullYear(year) < grammar.earliestYear
    ? null
    : pointInTime(fullYear(year), month, dayOfMonth, time);
}

/** Each token serves at most one part: the first one still missing that it fits. */
function take(token: string, found: Found, grammar: DateGrammar): void {
  const time = found.time === undefined ? timeIn(token, grammar) : null;
  if (time !== null) {
    found.time = time;
    return;
  }
  const day = found.dayOfMonth === undefined ? grammar.dayOfMonth.exec(token) : null;
  if (day !== null) {
    found.dayOfMonth = Number(day[1]);
    return;
  }
  const month = found.month === undefined ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1;
  if (month >= 0) {
    found.month = month;
    return;
  }
  const year = found.year === undefined ? grammar.year.exec(token) : null;
  if (year !== null) found.year = Number(year[1]);
}

function timeIn(token: string, { time }: DateGrammar): NonNullable<Found['time']> | null {
  const [, ...parts] = time.exec(token) ?? [];
  const [hour, minute, second] = parts.map(Number);
  if (hour === undefined || minute === undefined || second === undefined) return null;
  return Math.max(hour, minute, second) > MOST_OF_A_PART ? null : [hour, minute, second];
}

/** Two digits mean 1970 to 2069. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  if (year <= 69) return year + 2000;
  return year;
}

function pointInTime(
  year: number,
  month: number,
  dayOfMonth: number,
  [hour, minute, second]: readonly [number, number, number],
): number | null {
  if (dayOfMonth < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(Date.UTC(year, month, dayOfMonth, hour, minute, second));
  // A day that the month does not have would roll over into the next one.
  return date.getUTCDate() === dayOfMonth ? date.getTime() : null;
}
