const encoder = new TextEncoder();

/** Length of a text on the wire: octets of its UTF-8 form. */
export function octets(text: string): number {
  return isPrintableAscii(text) ? text.length : encoder.encode(text).length;
}

/** Most texts are; then nothing needs to be encoded. */
function isPrintableAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}
