/** A half of a pair, which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Whether a text comes out of a real body as it went in: a reader drops a byte order mark at its start,
 * and half a surrogate pair has no octets. Other contents travel in the envelope.
 */
export function canBeBody(content: string): boolean {
  return !content.startsWith('\uFEFF') && !LONE_SURROGATE.test(content);
}
