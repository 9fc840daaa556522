import { dateAndTime } from '../time/duration.ts';
import * as m from '../../messages/compiled/messages.js';

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far a moment lies from now, in words: "in 29 minutes", "2 days ago". Both in milliseconds. */
export function relativeTime(time: number, now: number, language: string): string {
  const seconds = Math.round((time - now) / 1000);
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? steps[3];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
}

/**
 * A moment in words, absolute and relative to now; milliseconds since the epoch. In the lab's time zone where no
 * other is given.
 */
export function timeInWords(
  time: number,
  now: number,
  language: string,
  timeZone?: string,
): string {
  return m.jwt_time({
    date: dateAndTime(time, language, timeZone),
    relative: relativeTime(time, now, language),
  });
}
