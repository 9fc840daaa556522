import { isAlgorithm } from '../../src/jwt/algorithm.ts';
import { verifyJws } from '../../src/jwt/jws/verify-jws.ts';
import type { JwsCase } from './case-file.ts';
import { notScored, result, type Result } from './result.ts';

/** Whether the verifier takes the signature. Times and audiences are not what these cases are about. */
export async function runJwsCase(one: JwsCase): Promise<Result> {
  const { token, form, alg, key, jwks, valid } = one;
  const isQuestionable =
    one.questionable !== undefined && one.questionable !== null && one.questionable !== false;
  if (form !== 'compact' || typeof token !== 'string' || valid === null || isQuestionable)
    return notScored(one);
  const allowed = [alg ?? []].flat();
  const verified = await verifyJws(token, {
    algorithms: allowed.filter(isAlgorithm),
    keys: jwks ?? key ?? undefined,
    ...(one.detached === true && typeof one.payload === 'string'
      ? { detachedPayload: new TextEncoder().encode(one.payload) }
      : {}),
  });
  const verdict = verified.ok ? 'valid' : 'invalid';
  const expected = valid ? 'valid' : 'invalid';
  if (verdict === expected) return result(one, expected, verdict);
  return result(one, expected, verified.ok ? 'valid' : `invalid (${verified.code})`);
}
