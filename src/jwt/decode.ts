import type { Rule } from '../http/rule.ts';
import { decodeBase64url, decodeUtf8 } from './base64url.ts';
import type { ClaimsSet } from './claims-set.ts';
import { isJoseHeader, type JoseHeader } from './jose-header.ts';

export type TokenPart = 'token' | 'header' | 'payload' | 'signature';

export type MalformedCode =
  | 'empty'
  | 'wrong-number-of-parts'
  | 'encrypted'
  | 'not-base64url'
  | 'not-utf-8'
  | 'not-json'
  | 'not-an-object'
  | 'algorithm-missing'
  | 'payload-unencoded';

export interface DecodedJwt {
  readonly ok: true;
  readonly header: JoseHeader;
  readonly claims: ClaimsSet;
  /** What the signature is over: the first two parts as they came, with the dot (RFC 7515 §5.1). */
  readonly signingInput: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** Header, payload and signature as they came. */
  readonly parts: readonly [header: string, payload: string, signature: string];
}

export interface MalformedJwt {
  readonly ok: false;
  readonly code: MalformedCode;
  readonly rule: Rule;
  /** Where it was found. */
  readonly part: TokenPart;
}

/**
 * Reads a JWT without trusting it: no key is needed, and nothing is known about who wrote it
 * (RFC 7515 §5.2, steps 1 to 7). Never throws.
 */
export function decodeJwt(token: string): DecodedJwt | MalformedJwt {
  if (token === '') return malformed('empty', 'token', '3.1');
  const parts = token.split('.');
  if (parts.length === 5)
    return {
      ok: false,
      code: 'encrypted',
      part: 'token',
      rule: { document: 'RFC7519', section: '3' },
    };
  const [headerPart, payloadPart, signaturePart] = parts;
  if (
    parts.length !== 3 ||
    headerPart === undefined ||
    payloadPart === undefined ||
    signaturePart === undefined
  ) {
    return malformed('wrong-number-of-parts', 'token', '3.1');
  }
  return assemble([headerPart, payloadPart, signaturePart]);
}

function assemble(parts: DecodedJwt['parts']): DecodedJwt | MalformedJwt {
  const [headerPart, payloadPart, signaturePart] = parts;
  const header = objectIn(headerPart, 'header');
  if (!header.ok) return header;
  if (!isJoseHeader(header.object)) return malformed('algorithm-missing', 'header', '4.1.1');
  // An unencoded payload is fine in a JWS and forbidden in a JWT (RFC 7797 §7).
  if (header.object['b64'] === false)
    return {
      ok: false,
      code: 'payload-unencoded',
      part: 'header',
      rule: { document: 'RFC7797', section: '7' },
    };
  const payload = objectIn(payloadPart, 'payload');
  if (!payload.ok) return payload;
  const signature = decodeBase64url(signaturePart);
  if (signature === null) return malformed('not-base64url', 'signature', '2');
  const signingInput = `${headerPart}.${payloadPart}`;
  return {
    ok: true,
    header: header.object,
    claims: payload.object,
    signingInput,
    signature,
    parts,
  };
}

type ObjectReading =
  { readonly ok: true; readonly object: Readonly<Record<string, unknown>> } | MalformedJwt;

/** The JSON object that a part holds. */
export function objectIn(text: string, part: 'header' | 'payload'): ObjectReading {
  const bytes = decodeBase64url(text);
  if (bytes === null) return malformed('not-base64url', part, '2');
  const json = decodeUtf8(bytes);
  if (json === null) return malformed('not-utf-8', part, '5.2');
  const value = parsed(json);
  if (value === undefined) return malformed('not-json', part, '5.2');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return malformed('not-an-object', part, '5.2');
  return { ok: true, object: value as Readonly<Record<string, unknown>> };
}

/** `undefined`, which JSON has not, where it is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function malformed(code: MalformedCode, part: TokenPart, section: string): MalformedJwt {
  return { ok: false, code, part, rule: { document: 'RFC7515', section } };
}
