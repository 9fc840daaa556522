import { comparedVerification } from './verification.ts';

/** Prints what it costs to verify a token in the open. */
export async function printVerification(): Promise<void> {
  console.log('Tokens: median time of one verification in microseconds, every step explained');
  for (const algorithm of ['HS256', 'ES256'] as const) {
    const { explained, jose } = await comparedVerification(algorithm);
    console.log(
      `  ${algorithm}  ${explained.toFixed(1).padStart(8)}, jose's jwtVerify ${jose.toFixed(1).padStart(8)}: ${(explained / jose).toFixed(2)} × its time (aim: at most 1.30)`,
    );
  }
}
