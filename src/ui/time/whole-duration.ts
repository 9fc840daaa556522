const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A setting of so many seconds in words, in the greatest unit that has no remainder: "90 minutes", "1 day". */
export function wholeDuration(seconds: number, language: string): string {
  const [size, unit] =
    seconds % day === 0
      ? [day, 'day']
      : seconds % hour === 0
        ? [hour, 'hour']
        : seconds % minute === 0
          ? [minute, 'minute']
          : [1, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    seconds / size,
  );
}
