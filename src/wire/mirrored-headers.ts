import type { Fields } from '../http/message.ts';
import { ENVELOPE_HEADER, type CarriedHeader } from './carried.ts';

/**
 * Never mirrored. Cookies: script can neither send nor set them, and MSW would put them into a jar of its
 * own. Framing: the carrier's body is not the message's. Our own header and MSW's: they would be obeyed.
 */
const NOT_MIRRORED: ReadonlySet<string> = new Set([
  'cookie',
  'set-cookie',
  'connection',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'lab-delivery',
  ENVELOPE_HEADER,
  'x-msw-intention',
]);
const MSW_PASSTHROUGH = 'msw/passthrough';

/**
 * As many of a message's fields as real headers can show, for whoever reads the real DevTools beside the
 * lab. Order and duplicates are lost there, so nobody reads them back.
 */
export function mirroredHeaders(fields: Fields): CarriedHeader[] {
  const headers = new Headers();
  for (const [name, value] of fields) {
    if (NOT_MIRRORED.has(name.toLowerCase()) || value.includes(MSW_PASSTHROUGH)) continue;
    try {
      headers.append(name, value);
    } catch {
      // Fetch takes no such value (it is not one of octets): the envelope has it.
    }
  }
  return [...headers];
}
