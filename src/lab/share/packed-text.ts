import { decodeBase64url, encodeBase64url } from '../../jwt/base64url.ts';

/** Text small enough for an address: DEFLATE (RFC 1951) in base64url. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return encodeBase64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/**
 * What `packText` has packed; `null` where it has not, and `too-large` as soon as it turns out to be more than so
 * many octets: a few of them may unfold into gigabytes.
 */
export async function unpackText(
  packed: string,
  octets: number,
): Promise<{ readonly text: string } | 'too-large' | null> {
  const bytes = decodeBase64url(packed);
  if (bytes === null || bytes.length === 0) return null;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return readUpTo(stream.getReader(), octets);
}

async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  octets: number,
): Promise<{ readonly text: string } | 'too-large' | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let left = octets;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode() };
      left -= value.length;
      if (left < 0) {
        await reader.cancel();
        return 'too-large';
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}
