import { algorithms, type Algorithm } from '../../jwt/algorithm.ts';
import type { VerificationOptions } from '../../jwt/explain/explain-verification.ts';
import type { Jwk, JwkSet } from '../../jwt/jwk/jwk.ts';

/** What the verifier expects, as it stands in the fields; an empty one is not checked. */
export interface Expected {
  readonly algorithms: readonly Algorithm[];
  readonly issuer: string;
  readonly audience: string;
  readonly typ: string;
  readonly leewaySeconds: number;
  /** Milliseconds since the epoch; `null`: the reader's own clock. */
  readonly time: number | null;
}

export const nothingExpected: Expected = {
  algorithms,
  issuer: '',
  audience: '',
  typ: '',
  leewaySeconds: 0,
  time: null,
};

/** @param now milliseconds since the epoch */
export function verificationOptions(
  { algorithms, issuer, audience, typ, leewaySeconds }: Expected,
  keys: Jwk | JwkSet | undefined,
  now: number,
): VerificationOptions {
  return {
    algorithms,
    keys,
    leewaySeconds,
    now: now / 1000,
    ...(issuer === '' ? {} : { issuer }),
    ...(audience === '' ? {} : { audience }),
    ...(typ === '' ? {} : { typ }),
  };
}

/**
 * The moments, in milliseconds since the epoch, at which a verdict about a payload's time may change. Members of
 * these names deeper in it only make for a look too many.
 */
export function momentsIn(payload: string, leewaySeconds: number): readonly number[] {
  const moments = [...payload.matchAll(/"(exp|nbf|iat)"\s*:\s*(-?[\d.]+)/g)].slice(0, 10);
  return moments.map(([, name, seconds]) => {
    const leeway = name === 'exp' ? leewaySeconds : -leewaySeconds;
    return (Number(seconds) + leeway) * 1000;
  });
}

/** Which of these moments have come: the same text until the next one comes. */
export function momentsCome(moments: readonly number[], now: number): string {
  return moments.map((moment) => now >= moment).join();
}
