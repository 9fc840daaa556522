import {
  verifyCarelessly,
  type Carelessness,
  type CarelessVerification,
} from '../../../jwt/careless/verify-carelessly.ts';
import type { ClaimsSet } from '../../../jwt/claims-set.ts';
import { decodeJwt, type DecodedJwt } from '../../../jwt/decode.ts';
import type { VerificationStep } from '../../../jwt/explain/step.ts';
import { pemOf } from '../../../jwt/jwk/make-key.ts';
import type { Turn } from '../../shop/turn.ts';
import type { TraceCode } from '../../trace-codes.ts';
import type { TokenPlace } from '../accept-token.ts';
import { isRevoked } from '../revocation.ts';
import { verifyingHalf } from '../signature.ts';
import { isRetired, isShared, type SigningKey } from '../signing-key.ts';
import { hasType } from '../token-type.ts';

/**
 * The claims of a token, taken by a verifier that leaves out what the settings say: for lessons alone. The
 * right way, `acceptToken`, shares no verification with this one.
 */
export async function acceptCarelessly(
  turn: Turn,
  token: string,
  place: TokenPlace,
): Promise<ClaimsSet | null> {
  const { issuer, audience, required } = place;
  const key = keyFor(turn, token);
  const verification = await verifyCarelessly(
    token,
    {
      algorithms: key === undefined ? [] : [key.algorithm],
      keys: key && verifyingHalf(key),
      now: turn.now / 1000,
      leewaySeconds: 0,
      issuer,
      audience,
      required,
    },
    await carelessnessFor(turn, key),
  );
  return told(turn, verification, place);
}

/** By `kid`; for a token that names none, as a forged one may, the youngest. */
function keyFor({ stores, now }: Turn, token: string): SigningKey | undefined {
  const decoded = decodeJwt(token);
  const kid = decoded.ok ? decoded.header.kid : undefined;
  const keys = [...stores.signingKeys.values()].filter((key) => !isRetired(key, now));
  return kid === undefined ? keys.at(-1) : keys.find((key) => key.kid === kid);
}

async function carelessnessFor(
  { settings: { careless } }: Turn,
  key: SigningKey | undefined,
): Promise<Carelessness> {
  const { acceptNone, trustHeaderAlgorithm, skipExpiry, skipAudience, weakSecret } = careless;
  const others = { acceptNone, skipExpiry, skipAudience, acceptWeakSecret: weakSecret };
  // Only a pair has a public half that could be mistaken for a secret.
  if (!trustHeaderAlgorithm || key === undefined || isShared(key.algorithm)) return others;
  const publicKeyPem = await pemOf(key.jwk, key.algorithm, 'public');
  return { ...others, trustHeaderAlgorithm: { publicKeyPem } };
}

function told(
  turn: Turn,
  { decoded, steps }: CarelessVerification,
  place: TokenPlace,
): ClaimsSet | null {
  // #marker: tell
  const source = 'server/tokens/careless/accept-carelessly.ts#tell';
  if (!decoded.ok) {
    turn.trace.refused('token-malformed', source, decoded.rule, { reason: decoded.code });
    return null;
  }
  turn.trace.done('token-read', source, { alg: decoded.header.alg });
  for (const step of steps) if (!passes(turn, step, decoded)) return null;
  if (!hasType(turn, decoded.header, place.typ)) return null;
  const { claims } = decoded;
  const user = typeof claims.sub === 'string' ? claims.sub : '';
  turn.trace.done('token-claims-valid', source, { user });
  return isRevoked(turn, claims) ? null : claims;
}

/** Tells of a step what is worth telling; `false` where the token fails at it. */
function passes(turn: Turn, found: VerificationStep, { header: { alg } }: DecodedJwt): boolean {
  // #marker: judge
  const source = 'server/tokens/careless/accept-carelessly.ts#judge';
  const { id, verdict, code, rule } = found;
  const careless = skipped.find((one) => one === code);
  if (careless !== undefined) turn.trace.careless(careless, source, rule, {});
  else if (verdict === 'failed' || verdict === 'not-checked') {
    if (isClaim(id)) turn.trace.refused('token-claims-refused', source, rule, { claim: id });
    else turn.trace.refused('token-signature-refused', source, rule, { reason: code });
    return false;
  } else if (id === 'signature') turn.trace.done('token-signature-matched', source, { alg });
  return true;
}

/** What was not checked, as the trace calls it. */
const skipped = [
  'careless-none-accepted',
  'careless-header-algorithm-trusted',
  'careless-weak-secret-taken',
  'careless-expiry-skipped',
  'careless-audience-skipped',
] as const satisfies readonly TraceCode[];

function isClaim(id: VerificationStep['id']): boolean {
  return ['exp', 'nbf', 'iat', 'iss', 'aud'].includes(id);
}
