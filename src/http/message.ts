/**
 * HTTP messages as immutable plain data (RFC 9110 §6).
 * Fields keep their order and may repeat, as they do on the wire. Content is text: nothing in the
 * lab's internet is binary (its pictures are SVG), so a message can be shown, stored and compared as it is.
 */

/** One field line: a name as it was written, and its value (RFC 9110 §5). */
export type Field = readonly [name: string, value: string];

/** Field lines in the order in which they were sent, duplicates included. */
export type Fields = readonly Field[];

export interface HttpRequest {
  readonly method: string;
  /** The target URI: absolute, without fragment (RFC 9110 §7.1). */
  readonly targetUri: string;
  readonly fields: Fields;
  readonly content: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly fields: Fields;
  readonly content: string;
}
