/**
 * Stands in for `tldts` in the cookie library that MSW brings along. The lab never lets MSW keep a cookie,
 * so the public suffix list, three quarters of MSW's weight, would never be asked.
 */
export function getDomain(): null {
  return null;
}
