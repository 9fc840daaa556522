import { decodeBase64url, decodeBase64urlText, encodeBase64url } from '../base64url.ts';
import { objectIn } from '../decode.ts';
import { duplicateMembers } from '../duplicate-members.ts';
import { signatureSteps, type SignatureOptions } from '../explain/signature-steps.ts';
import { isJoseHeader, type JoseHeader } from '../jose-header.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';
import { criticalFault } from './critical.ts';

export interface JwsOptions extends SignatureOptions {
  /** What is signed, where the token does not carry it (RFC 7515 appendix F). */
  readonly detachedPayload?: Uint8Array;
}

export type VerifiedJws =
  { readonly ok: true; readonly header: JoseHeader; readonly payload: Uint8Array } | JwtRefusal;

/**
 * Whether the holder of the key has signed these octets, whatever they are: a JWS in compact form need not be
 * a JWT (RFC 7515 §5.2), and its payload may travel elsewhere, or unencoded (RFC 7797). Never throws.
 */
export async function verifyJws(token: string, options: JwsOptions): Promise<VerifiedJws> {
  const parts = token.split('.');
  const [headerPart = '', payloadPart = '', signaturePart = ''] = parts;
  if (parts.length !== 3) return refusal('wrong-number-of-parts', 'RFC7515', '3.1');
  const header = headerIn(headerPart);
  if (!header.ok) return header;
  const payload = payloadOf(payloadPart, header.header, options.detachedPayload);
  if (!payload.ok) return payload;
  const signature = decodeBase64url(signaturePart);
  if (signature === null) return refusal('not-base64url', 'RFC7515', '2');
  const steps = await signatureSteps(
    {
      header: header.header,
      parts: [headerPart, payloadPart, signaturePart],
      signature,
      signedPayload: payload.signed,
    },
    options,
  );
  const fault = steps.find(({ verdict }) => verdict === 'failed' || verdict === 'not-checked');
  return fault === undefined
    ? { ok: true, header: header.header, payload: payload.octets }
    : { ok: false, code: fault.code, rule: fault.rule };
}

function headerIn(part: string): { readonly ok: true; readonly header: JoseHeader } | JwtRefusal {
  const read = objectIn(part, 'header');
  if (!read.ok) return read;
  if (duplicateMembers(decodeBase64urlText(part) ?? '').length > 0)
    return refusal('duplicate-members', 'RFC7515', '4');
  if (!isJoseHeader(read.object)) return refusal('algorithm-missing', 'RFC7515', '4.1.1');
  return criticalFault(read.object) ?? { ok: true, header: read.object };
}

type Payload =
  | { readonly ok: true; readonly octets: Uint8Array; readonly signed: string | Uint8Array }
  | JwtRefusal;

function payloadOf(part: string, header: JoseHeader, detached: Uint8Array | undefined): Payload {
  if (detached !== undefined && part !== '') return refusal('payload-not-detached', 'RFC7515', 'F');
  const isEncoded = header['b64'] !== false;
  if (detached !== undefined)
    return { ok: true, octets: detached, signed: isEncoded ? encodeBase64url(detached) : detached };
  const octets = isEncoded ? decodeBase64url(part) : new TextEncoder().encode(part);
  if (octets === null) return refusal('not-base64url', 'RFC7515', '2');
  return { ok: true, octets, signed: isEncoded ? part : octets };
}
