import { printJars } from './cookies/print-jars.ts';
import { printVerification } from './jwt/print-verification.ts';
import { printLookUps } from './sessions/print-look-ups.ts';

/** Prints what needs no browser. */
export async function benchInNode(): Promise<void> {
  printJars();
  await printVerification();
  printLookUps();
}
