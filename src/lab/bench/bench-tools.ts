import { decodeBase64url, encodeBase64url, encodeTextAsBase64url } from '../../jwt/base64url.ts';
import { forgeSignature } from './forge-signature.ts';
import { decodeJwt, objectIn } from '../../jwt/decode.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { signOctets } from '../../jwt/jws/signature.ts';
import { signAgain } from '../../jwt/sign-again.ts';
import { verifyJwt } from '../../jwt/verify.ts';
import { isAlgorithm } from '../../jwt/algorithm.ts';
import { decodeBase64urlText } from '../../jwt/base64url.ts';
import { currentKey, type SigningKey } from '../../server/tokens/signing-key.ts';
import type { Lab } from '../lab.svelte.ts';
import type { LogEntry } from '../log.ts';
import { latest } from './latest.ts';
import type { BenchEvent, SignedBy } from './events.ts';

type Made<Type extends BenchEvent['type']> = Extract<BenchEvent, { type: Type }>;
type Log = readonly LogEntry[];

export function decoded(token: string): Made<'bench-decoded'> {
  const read = decodeJwt(token);
  if (!read.ok) return { type: 'bench-decoded', token, payload: null, code: read.code };
  const payload = decodeBase64urlText(read.parts[1]);
  return { type: 'bench-decoded', token, payload, code: null };
}

export function encoded(header: string, payload: string): Made<'bench-encoded'> {
  return {
    type: 'bench-encoded',
    header,
    payload,
    headerPart: encodeTextAsBase64url(header),
    payloadPart: encodeTextAsBase64url(payload),
  };
}

export function joined(log: Log): Made<'bench-joined'> | null {
  const parts = latest(log, 'bench-encoded');
  if (parts === null) return null;
  return { type: 'bench-joined', signingInput: `${parts.headerPart}.${parts.payloadPart}` };
}

/** With the key that signs the shop's cookies: a shared secret. */
export async function macMade(
  log: Log,
  keys: readonly SigningKey[],
): Promise<Made<'bench-mac-made'> | null> {
  const input = latest(log, 'bench-joined');
  const key = currentKey(keys, 'HS256', { weakSecret: false });
  if (input === null || key === undefined) return null;
  const { signingInput } = input;
  const made = await signOctets('HS256', key.jwk, new TextEncoder().encode(signingInput));
  return made.ok
    ? { type: 'bench-mac-made', signingInput, mac: hexadecimal(made.signature) }
    : null;
}

export function tokenMade(
  log: Log,
  alphabet: 'base64url' | 'base64',
): Made<'bench-token-made'> | null {
  const made = latest(log, 'bench-mac-made');
  if (made === null) return null;
  const parts = [...made.signingInput.split('.'), encodeBase64url(octetsOf(made.mac))];
  const token = (alphabet === 'base64url' ? parts : parts.map(plainBase64)).join('.');
  const read = decodeJwt(token);
  return { type: 'bench-token-made', token, alphabet, code: read.ok ? null : read.code };
}

export async function forged({
  lab,
  header,
  payload,
  signedBy,
}: {
  readonly lab: Lab;
  readonly header: string;
  readonly payload: string;
  readonly signedBy: SignedBy;
}): Promise<Made<'bench-token-forged'>> {
  const signingInput = `${encodeTextAsBase64url(header)}.${encodeTextAsBase64url(payload)}`;
  const signature = await forgeSignature(lab, signingInput, signedBy);
  const token = `${signingInput}.${signature}`;
  return { type: 'bench-token-forged', token, header, payload, signedBy };
}

export async function verified(
  token: string,
  keys: readonly Jwk[],
): Promise<Made<'bench-verified'>> {
  const [headerPart = ''] = token.split('.');
  const header = objectIn(headerPart, 'header');
  const alg = header.ok ? header.object['alg'] : undefined;
  const algorithms = isAlgorithm(alg) ? [alg] : [];
  const result = await verifyJwt(token, { algorithms, keys: { keys: [...keys] } });
  return {
    type: 'bench-verified',
    token,
    matches: result.ok,
    code: result.ok ? null : result.code,
  };
}

/** `null` where the key can sign: it was a secret, or a private key. */
export async function signingRefused(
  header: string,
  payload: string,
  keys: readonly Jwk[],
): Promise<Made<'bench-signing-refused'> | null> {
  const unsigned = `${encodeTextAsBase64url(header)}.${encodeTextAsBase64url(payload)}.`;
  const signed = await signAgain(unsigned, { keys: [...keys] });
  return signed.ok ? null : { type: 'bench-signing-refused', code: signed.code };
}

/** The same octets in the older alphabet, padded to a multiple of four (RFC 4648 §4). */
function plainBase64(base64url: string): string {
  const octets = decodeBase64url(base64url) ?? new Uint8Array();
  return btoa(String.fromCharCode(...octets));
}

function hexadecimal(octets: Uint8Array): string {
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

function octetsOf(hexadecimalText: string): Uint8Array {
  const pairs = hexadecimalText.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
