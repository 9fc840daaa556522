/** A moment as a `datetime-local` field holds it, to the second, on the reader's own clock. */
export function localField(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  const shifted = new Date(time - offset);
  return Number.isNaN(shifted.getTime()) ? '' : shifted.toISOString().slice(0, 19);
}

/** What such a field holds, in milliseconds since the epoch; `null` where it holds no date. */
export function timeOfLocalField(field: string): number | null {
  const time = new Date(field).getTime();
  return Number.isNaN(time) ? null : time;
}
