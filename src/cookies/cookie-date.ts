/**
 * The lenient date of `Expires` (6265bis §5.1.1): tokens in any order between any delimiters; the first
 * that can be a time, a day, a month and a year are taken, time zones are ignored (it is always UTC).
 */
const DELIMITERS = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/;
const DAY_OF_MONTH = /^(\d{1,2})(?:\D|$)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Which years are read: how they are written, and the earliest one. */
export interface YearRule {
  readonly token: RegExp;
  readonly earliest: number;
}

/** The RFC's years: two to four digits, from 1601 on. */
const RFC_YEARS: YearRule = { token: /^(\d{2,4})(?:\D|$)/, earliest: 1601 };

/** Chromium's years: one to five digits, as early as one likes. */
export const CHROMIUM_YEARS: YearRule = { token: /^(\d{1,5})(?:\D|$)/, earliest: 0 };

interface Found {
  time?: readonly [hour: number, minute: number, second: number];
  dayOfMonth?: number;
  /** 0 is January. */
  month?: number;
  year?: number;
}

/** Milliseconds since the epoch; `null` for what cannot be read as a date. */
export function parseCookieDate(text: string, years: YearRule = RFC_YEARS): number | null {
  const found: Found = {};
  for (const token of text.split(DELIMITERS)) take(token, found, years);

  const { time, dayOfMonth, month, year } = found;
  if (time === undefined || dayOfMonth === undefined || month === undefined || year === undefined)
    return null;
  return fullYear(year) < years.earliest
    ? null
    : pointInTime(fullYear(year), month, dayOfMonth, time);
}

/** Each token serves at most one part: the first one still missing that it fits. */
function take(token: string, found: Found, years: YearRule): void {
  const time = found.time === undefined ? TIME.exec(token) : null;
  if (time !== null) {
    found.time = [Number(time[1]), Number(time[2]), Number(time[3])];
    return;
  }
  const day = found.dayOfMonth === undefined ? DAY_OF_MONTH.exec(token) : null;
  if (day !== null) {
    found.dayOfMonth = Number(day[1]);
    return;
  }
  const month = found.month === undefined ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1;
  if (month >= 0) {
    found.month = month;
    return;
  }
  const year = found.year === undefined ? years.token.exec(token) : null;
  if (year !== null) found.year = Number(year[1]);
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
