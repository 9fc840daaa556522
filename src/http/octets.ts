const encoder = new TextEncoder();

/** Length of a text on the wire: octets of its UTF-8 form. */
export function octets(text: string): number {
  return encoder.encode(text).length;
}
