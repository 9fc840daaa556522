import { basename } from 'node:path';
import { readCaseFile } from './case-file.ts';
import { runCases } from './run-cases.ts';
import { summaryOf } from './summary.ts';

/** Runs the cases of these files and prints what came out; the exit status. */
export async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error('Which cases? npm run conformance -- FILE...');
    return 2;
  }
  let status = 0;
  for (const file of files) status = Math.max(status, await runFile(file));
  return status;
}

async function runFile(file: string): Promise<number> {
  const reading = readCaseFile(file);
  if (!reading.ok) {
    console.error(`${file}: ${reading.problem}`);
    return 2;
  }
  const results = await runCases(reading.cases);
  console.log(basename(file));
  for (const line of summaryOf(results)) console.log(`  ${line}`);
  return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
