/**
 * A length of time as a clock would show it: `29:58`, `7:59:58`; from two days on in words ("12 days").
 * Never negative: what is over shows as `0:00`.
 */
export function clockDuration(ms: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds >= 2 * 86_400) return inUnit(Math.floor(seconds / 86_400), 'day', language);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

/** How long ago something happened, in words ("5 minutes ago"); `null` when it was just now. */
export function ago(ms: number, language: string): string | null {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 5) return null;
  const format = relativeTime(language);
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return format.format(-Math.floor(seconds / 3600), 'hour');
  return format.format(-Math.floor(seconds / 86_400), 'day');
}

/** The time of day on the lab's clock, e.g. `14:02:31`. */
export function timeOfDay(time: number, timeZone: string = labTimeZone): string {
  return clockFormat(timeZone).format(time);
}

/** Date and time in the reader's language. */
export function dateAndTime(
  time: number,
  language: string,
  timeZone: string = labTimeZone,
): string {
  return dateFormat(language, timeZone).format(time);
}

/** The bakery stands in Seoul. */
export const labTimeZone = 'Asia/Seoul';

/** Where the reader's own clock stands. */
export function readerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function inUnit(amount: number, unit: string, language: string): string {
  return unitFormat(language, unit).format(amount);
}

const relativeTime = kept(
  (language: string) => new Intl.RelativeTimeFormat(language, { style: 'narrow' }),
);
const clockFormat = kept(
  (timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }),
);
const dateFormat = kept(
  (language: string, timeZone: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone }),
);
const unitFormat = kept(
  (language: string, unit: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
);

/** Making a format takes far longer than using it, and a table asks for the same one in every row. */
function kept<Names extends readonly string[], Format>(
  make: (...names: Names) => Format,
): (...names: Names) => Format {
  const made = new Map<string, Format>();
  return (...names) => {
    const key = names.join(' ');
    const format = made.get(key) ?? make(...names);
    made.set(key, format);
    return format;
  };
}
