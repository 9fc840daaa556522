import type { MalformedCode, MalformedJwt, TokenPart } from '../../jwt/decode.ts';
import * as m from '../../messages/compiled/messages.js';

const parts: Record<TokenPart, () => string> = {
  token: m.jwt_part_token,
  header: m.jwt_header,
  payload: m.jwt_payload,
  signature: m.jwt_signature,
};

const reasons: Record<MalformedCode, (values: { part: string }) => string> = {
  empty: () => m.jwt_malformed_empty(),
  'wrong-number-of-parts': () => m.jwt_malformed_parts(),
  encrypted: () => m.jwt_encrypted(),
  'not-base64url': m.jwt_malformed_base64url,
  'not-utf-8': m.jwt_malformed_utf8,
  'not-json': m.jwt_malformed_json,
  'not-an-object': m.jwt_malformed_object,
  'algorithm-missing': () => m.jwt_malformed_algorithm(),
  'payload-unencoded': () => m.jwt_malformed_unencoded(),
};

/** Why a text cannot be read as a token. */
export function malformedText({ code, part }: MalformedJwt): string {
  return reasons[code]({ part: parts[part]() });
}
