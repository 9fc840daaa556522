/** Longer addresses are cut off by what passes them on. */
const longest = 8000;

/**
 * The address that opens the workbench with this token: in the fragment, which is never sent to a server.
 * `null` where the token is too long for an address.
 *
 * @param workbench the workbench's own address
 */
export function shareLink(workbench: string, token: string): string | null {
  const link = new URL(workbench);
  link.hash = `token=${encodeURIComponent(token)}`;
  return link.href.length > longest ? null : link.href;
}

/** The token in a fragment; `null` where there is none. */
export function tokenInFragment(fragment: string): string | null {
  const text = /^#?token=(.*)$/s.exec(fragment)?.[1];
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
