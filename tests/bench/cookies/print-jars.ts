import { comparedJars } from './jars.ts';

/** Prints what our jar and tough-cookie take, in turns, in one run. */
export function printJars(): void {
  console.log(
    'Cookie jars: median time of one operation in microseconds, reasons included in ours',
  );
  console.log(`${' '.repeat(44)}cookies     ours    tough-cookie`);
  for (const { what, cookies, ours, tough } of comparedJars()) {
    const columns = [
      String(cookies).padStart(6),
      ours.toFixed(1).padStart(8),
      tough.toFixed(1).padStart(8),
    ];
    console.log(
      `  ${what.padEnd(42)} ${columns.join(' ')}  ${(tough / ours).toFixed(2)} × as fast`,
    );
  }
}
