/**
 * A host name as `URL` would write it: lower case, IP addresses normalised (6265bis §5.1.2).
 * `null` for what is no host, and, as in Chromium, for names with non-ASCII or percent-encoded characters.
 */
export function canonicalHost(text: string): string | null {
  if (text === '' || /[^\x21-\x7e]|[%/\\?#@]/.test(text)) return null;
  const isBracketed = text.startsWith('[') && text.endsWith(']');
  if (!isBracketed && text.includes(':')) return null;
  const url = `http://${text}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
