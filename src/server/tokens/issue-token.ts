import type { ClaimsSet } from '../../jwt/claims-set.ts';
import type { TokenAlgorithm } from '../shop/settings.ts';
import type { Turn } from '../shop/turn.ts';
import { signingKey } from './key-set.ts';
import { signedBy } from './signature.ts';

export interface TokenToSign {
  readonly algorithm: TokenAlgorithm;
  readonly typ: string;
  readonly claims: ClaimsSet & { readonly exp: number };
}

/** Signs with the key of the moment, which from now on must verify until this token ends; `null`: cannot. */
export async function issueToken(
  turn: Turn,
  { algorithm, typ, claims }: TokenToSign,
): Promise<{ readonly token: string; readonly kid: string } | null> {
  const key = await signingKey(turn, algorithm);
  if (key === null) return null;
  const { signingKeys } = turn.stores;
  const kept = signingKeys.get(key.kid) ?? key;
  signingKeys.set(key.kid, { ...kept, longestExp: Math.max(kept.longestExp, claims.exp) });
  // #marker: sign
  const token = await signedBy(key, { typ }, claims);
  if (token !== null) return { token, kid: key.kid };
  const rule = { document: 'Shop' } as const;
  turn.trace.refused('signing-unavailable', 'server/tokens/issue-token.ts#sign', rule, {});
  return null;
}
