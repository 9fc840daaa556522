import { decodeBase64urlText } from '../../jwt/base64url.ts';
import type { LogEntry } from '../log.ts';

/** Compact JWS or JWE: three to five base64url parts of which the first begins a JSON object (RFC 7515 §3.1, RFC 7516 §3.1). */
const compactTokens = /eyJ[\w-]+(?:\.[\w-]*){2,4}/g;

/**
 * Whether a token was not made in the lab: its issuer is none of the lab's internet, or it names none and the
 * learner has not made it at the bench. Such a token was brought from elsewhere, and may open something there.
 */
export function foreignTokenTest(log: readonly LogEntry[]): (token: string) => boolean {
  const made = new Set(
    log.flatMap(({ event }) =>
      event.type === 'bench-token-made' || event.type === 'bench-token-forged' ? [event.token] : [],
    ),
  );
  return (token) => {
    const issuer = issuerOf(token);
    return issuer === undefined ? !made.has(token) : !isOfTheLab(issuer);
  };
}

/** All tokens in a text. */
export function tokensIn(text: string): readonly string[] {
  return text.match(compactTokens) ?? [];
}

/** By which key a token says it is signed; `null` where it does not. */
export function kidOf(token: string): string | null {
  const kid = membersOf(token.split('.')[0] ?? '')?.['kid'];
  return typeof kid === 'string' ? kid : null;
}

/** The text with the tokens in it put through `change`. */
export function changeTokens(text: string, change: (token: string) => string): string {
  return text.includes('eyJ') ? text.replace(compactTokens, change) : text;
}

/** What a token says of itself: the texts in its header and its claims. */
export function textsIn(token: string): readonly string[] {
  return token.split('.').slice(0, 2).flatMap(textsInPart);
}

function textsInPart(part: string): readonly string[] {
  const members = membersOf(part);
  return members === null ? [] : Object.values(members).flatMap(textsInValue);
}

function textsInValue(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsInValue);
}

function issuerOf(token: string): unknown {
  return membersOf(token.split('.')[1] ?? '')?.['iss'];
}

function membersOf(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(decodeBase64urlText(part) ?? 'null');
    return typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function isOfTheLab(issuer: unknown): boolean {
  const host = typeof issuer === 'string' ? URL.parse(issuer)?.hostname : undefined;
  return host?.endsWith('.example') === true;
}
