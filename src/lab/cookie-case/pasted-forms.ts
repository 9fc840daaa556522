const IN_JSON =
  /"name"\s{0,200}:\s{0,200}"set-cookie"\s{0,200},\s{0,200}"value"\s{0,200}:\s{0,200}("(?:[^"\\]|\\.)*")/gi;

/** Values of `Set-Cookie` fields as a recording (HAR) or Firefox's *Copy All* has them. */
export function cookiesInJson(text: string): readonly string[] {
  return [...text.matchAll(IN_JSON)].flatMap(([, value = '']) => {
    try {
      // A recording may join several fields of one name by line breaks.
      return String(JSON.parse(value)).split('\n');
    } catch {
      return [];
    }
  });
}

/**
 * A `Set-Cookie` field that would make the cookie of a row copied from DevTools (Application, Cookies): name, value,
 * domain, path, expiry, size, HttpOnly, Secure, SameSite, with tabs between; `null` for any other line.
 */
export function cookieOfTableRow(line: string): string | null {
  const cells = line.split('\t', 16);
  const [name = '', value = '', domain = '', path = '', expiry = '', size = ''] = cells;
  if (cells.length < 6 || !path.startsWith('/') || !/^\d+$/.test(size.trim())) return null;
  const [, , , , , , httpOnly = '', secure = '', sameSite = ''] = cells;
  const expires = Date.parse(expiry);
  return [
    `${name}=${value}`,
    ...(domain.startsWith('.') ? [`Domain=${domain.slice(1)}`] : []),
    `Path=${path}`,
    ...(Number.isNaN(expires) ? [] : [`Expires=${new Date(expires).toUTCString()}`]),
    ...(isTicked(httpOnly) ? ['HttpOnly'] : []),
    ...(isTicked(secure) ? ['Secure'] : []),
    ...(/^(?:strict|lax|none)$/i.test(sameSite.trim()) ? [`SameSite=${sameSite.trim()}`] : []),
  ].join('; ');
}

function isTicked(cell: string): boolean {
  return /^(?:✓|✔|true)$/i.test(cell.trim());
}
