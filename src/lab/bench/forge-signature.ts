import { encodeBase64url } from '../../jwt/base64url.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { secretFromText } from '../../jwt/jwk/secret-key.ts';
import { signOctets } from '../../jwt/jws/signature.ts';
import { tokenAlgorithm, type TokenAlgorithm } from '../../server/shop/settings.ts';
import { currentKey } from '../../server/tokens/signing-key.ts';
import type { Lab } from '../lab.svelte.ts';
import type { SignedBy } from './events.ts';
import { latest } from './latest.ts';

/** The third part of a token, made in one of the ways that there are; empty where it cannot be made. */
export async function forgeSignature(
  lab: Lab,
  signingInput: string,
  signedBy: SignedBy,
): Promise<string> {
  switch (signedBy) {
    case 'nobody':
      return '';
    case 'old-signature':
      return lab.bench.token?.split('.')[2] ?? '';
    case 'found-word': {
      const word = latest(lab.log, 'dictionary-searched')?.word ?? '';
      return signatureBy('HS256', secretFromText(word), signingInput);
    }
    case 'shop-key': {
      const algorithm = tokenAlgorithm(lab.settings);
      const key = currentKey(lab.tokens.keys, algorithm, lab.settings.careless);
      return key === undefined ? '' : signatureBy(algorithm, key.jwk, signingInput);
    }
  }
}

async function signatureBy(
  algorithm: TokenAlgorithm,
  key: Jwk,
  signingInput: string,
): Promise<string> {
  const made = await signOctets(algorithm, key, new TextEncoder().encode(signingInput));
  return made.ok ? encodeBase64url(made.signature) : '';
}
