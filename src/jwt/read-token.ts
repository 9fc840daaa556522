import { decodeUtf8 } from './base64url.ts';
import { isJson } from './is-json.ts';

/** What is wrong with a part, or what is still missing of it. */
export type PartFault =
  'missing' | 'empty' | 'cut-off' | 'not-base64url' | 'not-utf-8' | 'not-json';

export interface PartReading {
  /** As it came. */
  readonly text: string;
  /** What can be read of it, if only its beginning; empty where nothing can. */
  readonly decoded: string;
  readonly fault: PartFault | null;
}

export interface TokenReading {
  /** By its number of parts: signed (RFC 7515 §3.1) or encrypted (RFC 7516 §3.1); `unfinished` while there are fewer. */
  readonly kind: 'empty' | 'unfinished' | 'signed' | 'encrypted' | 'too-many-parts';
  readonly header: PartReading;
  readonly payload: PartReading;
  readonly signature: string;
}

/**
 * What can be read of a token, whole or half, right or wrong: for people who look at it, never for a verifier,
 * who takes `decodeJwt`. Never throws.
 */
export function readToken(token: string): TokenReading {
  const parts = token.split('.');
  const kind = kindOf(token, parts.length);
  const nothing: PartReading = { text: '', decoded: '', fault: null };
  return {
    kind,
    header: token === '' ? nothing : readPart(parts[0], parts.length > 1),
    payload: kind === 'encrypted' || token === '' ? nothing : readPart(parts[1], parts.length > 2),
    signature: kind === 'encrypted' ? '' : (parts[2] ?? ''),
  };
}

function kindOf(token: string, parts: number): TokenReading['kind'] {
  if (token === '') return 'empty';
  if (parts < 3) return 'unfinished';
  if (parts === 3) return 'signed';
  return parts === 5 ? 'encrypted' : 'too-many-parts';
}

/** @param isEnded whether a dot follows: nothing more can come */
function readPart(text: string | undefined, isEnded: boolean): PartReading {
  if (text === undefined) return { text: '', decoded: '', fault: 'missing' };
  if (text === '') return { text, decoded: '', fault: 'empty' };
  const octets = wholeOctetsOf(text);
  if (octets === null) return { text, decoded: '', fault: 'not-base64url' };
  const decoded = decodeUtf8(octets);
  if (decoded !== null && isJson(decoded)) {
    const isStrict = /^[\w-]+$/.test(text) && text.length % 4 !== 1;
    return { text, decoded, fault: isStrict ? null : 'not-base64url' };
  }
  const readable = decoded ?? new TextDecoder().decode(octets, { stream: true });
  const fault = decoded === null ? 'not-utf-8' : 'not-json';
  return { text, decoded: readable, fault: isEnded ? fault : 'cut-off' };
}

/** Of base64 in either alphabet, padded or not, whatever whole octets there are; `null` where a letter is foreign. */
function wholeOctetsOf(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(bare)) return null;
  const whole = bare.length % 4 === 1 ? bare.slice(0, -1) : bare;
  const binary = atob(whole);
  const octets = new Uint8Array(binary.length);
  for (let index = 0; index < octets.length; index += 1) octets[index] = binary.charCodeAt(index);
  return octets;
}
