import type { MalformedCode } from '../../jwt/decode.ts';

/** By whose key, if by any, a token that was made at the bench is signed. */
export type SignedBy =
  /** The signature of another token was left where it stood. */
  | 'old-signature'
  /** There is none, and the header may say so. */
  | 'nobody'
  /** The word that the dictionary has found. */
  | 'found-word'
  /** The key with which the shop signs. */
  | 'shop-key';

/** What came of work at the bench: the tokens that a learner takes apart and makes by hand. */
export type BenchEvent =
  | {
      readonly type: 'bench-decoded';
      readonly token: string;
      /** The payload as JSON, or why it could not be read. */
      readonly payload: string | null;
      readonly code: MalformedCode | null;
    }
  | {
      readonly type: 'bench-encoded';
      readonly header: string;
      readonly payload: string;
      readonly headerPart: string;
      readonly payloadPart: string;
    }
  | { readonly type: 'bench-joined'; readonly signingInput: string }
  | {
      readonly type: 'bench-mac-made';
      readonly signingInput: string;
      /** The 32 octets, in hexadecimal. */
      readonly mac: string;
    }
  | {
      readonly type: 'bench-token-made';
      readonly token: string;
      readonly alphabet: 'base64url' | 'base64';
      /** What a strict reader says of it; `null`: well-formed. */
      readonly code: MalformedCode | null;
    }
  | {
      readonly type: 'bench-token-forged';
      readonly token: string;
      readonly header: string;
      readonly payload: string;
      readonly signedBy: SignedBy;
    }
  | {
      readonly type: 'dictionary-searched';
      readonly token: string;
      /** The secret; `null`: it is in no entry of the dictionary. */
      readonly word: string | null;
      readonly tried: number;
    }
  | {
      readonly type: 'bench-verified';
      readonly token: string;
      readonly matches: boolean;
      readonly code: string | null;
    }
  | { readonly type: 'bench-signing-refused'; readonly code: string };
