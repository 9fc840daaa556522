const encoder = new TextEncoder();

/** Length of a text on the wire: octets of its UTF-8 form. */
export function octets(text: string): number {
  return isPrintableAscii(text) ? text.length : encoder.encode(text).length;
}

/** No text has more octets than this: a UTF-16 code unit takes three at most. Costs nothing. */
export function octetsAtMost(text: string): number {
  return text.length * 3;
}

/** Most texts are; then nothing needs to be encoded. */
function isPrintableAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}
