import { decodeBase64urlText } from '../../jwt/base64url.ts';

/** What is written in a token: header and payload, letter for letter. */
export interface Letter {
  readonly header: string;
  readonly payload: string;
}

/** Of a token that cannot be read, what can be: the rest is empty. */
export function letterOf(token: string | null): Letter {
  const [header = '', payload = ''] = (token ?? '').split('.');
  return {
    header: decodeBase64urlText(header) ?? '',
    payload: decodeBase64urlText(payload) ?? '',
  };
}
