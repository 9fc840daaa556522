import { decodeJwt, type DecodedJwt } from '../../../jwt/decode.ts';
import { letterOf, type Letter } from '../../../lab/bench/letter.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import { sent, traced } from '../../observations.ts';

/** The token that came along in the cookie, read without trust; `null` where there is none to be read. */
export function shownToken(exchange: Exchange): DecodedJwt | null {
  const read = decodeJwt(sent(exchange, 'token') ?? '');
  return read.ok ? read : null;
}

/** The server took the token that came along, for this user. */
export function isTakenFor(exchange: Exchange, user: string): boolean {
  return (
    exchange.response?.status === 200 &&
    exchange.trace.some(
      ({ code, values }) => code === 'token-claims-valid' && values['user'] === user,
    )
  );
}

/** The signature was right, and one of the claims was not. */
export function isRefusedFor(exchange: Exchange, claim: 'exp' | 'aud'): boolean {
  return (
    traced(exchange, 'token-signature-matched') &&
    exchange.trace.some(
      ({ code, values }) => code === 'token-claims-refused' && values['claim'] === claim,
    )
  );
}

/** What is written in the token in the jar. */
export function letterIn(lab: Lab): Letter {
  return letterOf(lab.bench.token);
}

/** The same letter, with another value where one stands. */
export function written(text: string, members: Readonly<Record<string, string>>): string {
  return JSON.stringify({ ...(JSON.parse(text) as Record<string, unknown>), ...members });
}
