/** Seoul has no summer time. */
const offset = '+09:00';
const offsetMs = 9 * 60 * 60 * 1000;

/** A time as a `datetime-local` field holds it, to the second, in the lab's time zone. */
export function labDateField(time: number): string {
  const date = new Date(time + offsetMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19);
}

/** What such a field holds, in milliseconds since the epoch; `null` where it holds no date. */
export function labTimeOfField(field: string): number | null {
  const time = Date.parse(`${field}${offset}`);
  return Number.isNaN(time) ? null : time;
}
