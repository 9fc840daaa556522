/** No longer than a label of a host name may be (RFC 1035 §2.3.4). */
const LABEL = 63;

/**
 * Where a request travels to: its own address where the page may fetch that, otherwise a stand-in.
 * `http:` would be blocked as mixed content, a port or a real host by the page's policy; they become
 * `https://<host-and-port>.elsewhere.example`. Not to be read back: the envelope holds the target.
 */
export function mappedUrl(targetUri: string): string {
  const { host, pathname, search } = new URL(targetUri);
  return `https://${mappedHost(host)}${pathname}${search}`;
}

function mappedHost(host: string): string {
  if (/^[^:]+\.example$/.test(host)) return host;
  const label = host
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LABEL)
    .replaceAll(/^-+|-+$/g, '');
  return `${label}.elsewhere.example`;
}
