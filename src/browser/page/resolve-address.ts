/** The absolute URL that a reference in a document means; `null` for anything but http and https. */
export function resolveAddress(reference: string, base: string): string | null {
  const url = URL.parse(reference, base);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.href;
}
