import type { Cookie } from '../cookies/cookie.ts';
import type { AnyEvent } from './log.ts';

/** An identifier that express-session has signed. */
const signedIdentifier = /^s%3A[\w%-]+\.[\w%-]+$/;

/** Three base64url parts of which the first begins a JSON object: a JWS in compact form (RFC 7515 §3.1). */
const compactToken = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** Keys that come into the world with an event: session identifiers, refresh tokens and JWTs. */
export function secretsIn(event: AnyEvent): readonly string[] {
  switch (event.type) {
    case 'session-changed':
      return [event.record.id];
    case 'refresh-token-changed':
      return event.token === null ? [] : [event.token];
    case 'response-received':
      return event.setCookies.flatMap((decision) => (decision.ok ? tokensIn(decision.cookie) : []));
    case 'cookie-edited':
      return tokensIn(event.cookie);
    default:
      return [];
  }
}

function tokensIn({ value }: Cookie): readonly string[] {
  return compactToken.test(value) || signedIdentifier.test(value) ? [value] : [];
}
