import { encodeTextAsBase64url } from '../../jwt/base64url.ts';
import { extractToken } from '../../jwt/extract-token.ts';
import { compacted, indented } from '../../jwt/json-layout.ts';
import { readToken, type TokenReading } from '../../jwt/read-token.ts';

export type EditedPart = 'header' | 'payload';

/** What stands in the three fields of the workbench. They always say the same. */
export interface Draft {
  /** As typed or pasted; the token is somewhere in it. */
  readonly text: string;
  readonly token: string;
  readonly reading: TokenReading;
  /** As they stand in their fields: laid out, or as somebody is writing them. */
  readonly header: string;
  readonly payload: string;
}

/** After the token's own field has changed: header and payload follow. */
export function draftOfText(text: string): Draft {
  const token = extractToken(text);
  const reading = readToken(token);
  const { header, payload } = reading;
  return {
    text,
    token,
    reading,
    header: indented(header.decoded),
    payload: indented(payload.decoded),
  };
}

export const emptyDraft: Draft = draftOfText('');

/**
 * After the header's or the payload's field has changed: the token follows, without the white space of the
 * field where it is JSON; its signature stays what it was, and is that of another text now.
 */
export function withPart(draft: Draft, part: EditedPart, text: string): Draft {
  const parts = draft.token.split('.');
  const changed = [...parts, '', '', ''].slice(0, Math.max(3, parts.length));
  changed[part === 'header' ? 0 : 1] = encodeTextAsBase64url(compacted(text));
  const token = changed.join('.');
  return { ...draft, text: token, token, reading: readToken(token), [part]: text };
}

/** With another algorithm named in its header; the same where the header is no JSON object. */
export function withAlgorithm(draft: Draft, alg: string): Draft {
  try {
    const header: unknown = JSON.parse(draft.header === '' ? '{"typ":"JWT"}' : draft.header);
    if (typeof header !== 'object' || header === null || Array.isArray(header)) return draft;
    return withPart(draft, 'header', indented(JSON.stringify({ ...header, alg })));
  } catch {
    return draft;
  }
}

/** The three parts of a token as one JSON text, letter for letter: what could not be read is `null`. */
export function draftAsJson({ reading }: Draft): string {
  const value = (text: string) => (compacted(text) === '' ? 'null' : compacted(text));
  const { header, payload, signature } = reading;
  const json = (part: typeof header) => (part.fault === null ? value(part.decoded) : 'null');
  return indented(
    `{"header":${json(header)},"payload":${json(payload)},"signature":${JSON.stringify(signature)}}`,
  );
}
