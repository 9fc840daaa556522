import type { Jwk } from '../../jwt/jwk/jwk.ts';
import type { Exchange } from '../exchange.ts';

const path = '/.well-known/jwks.json';

/** The keys of the key set that anybody has fetched last (RFC 7517 §5); empty where nobody has. */
export function fetchedKeys(exchanges: readonly Exchange[]): readonly Jwk[] {
  const last = exchanges.findLast(
    ({ request, response }) =>
      response?.status === 200 && new URL(request.targetUri).pathname === path,
  );
  if (!last?.response) return [];
  const set = JSON.parse(last.response.content) as { readonly keys?: readonly Jwk[] };
  return set.keys ?? [];
}
