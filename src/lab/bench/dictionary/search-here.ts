import { decodeBase64url } from '../../../jwt/base64url.ts';
import { secretFromText } from '../../../jwt/jwk/secret-key.ts';
import { sameOctets } from '../../../jwt/jws/hmac.ts';
import { signOctets } from '../../../jwt/jws/signature.ts';
import { candidateCount, candidates } from './candidates.ts';
import type { SearchDictionary } from './dictionary-search.ts';

/** Words between two reports. */
const stride = 250;

/** Makes the HMAC with each word in turn, in this thread, until one gives the signature (RFC 7515 §5.2). */
export const searchHere: SearchDictionary = async ({
  signingInput,
  signature,
  progress,
  signal,
}) => {
  const input = new TextEncoder().encode(signingInput);
  const wanted = decodeBase64url(signature) ?? new Uint8Array();
  let tried = 0;
  for (const word of candidates()) {
    if (signal.aborted) return null;
    tried += 1;
    if (tried % stride === 0) progress({ tried, total: candidateCount, word });
    const made = await signOctets('HS256', secretFromText(word), input);
    if (made.ok && sameOctets(made.signature, wanted)) return { tried, word };
  }
  return { tried, word: null };
};
