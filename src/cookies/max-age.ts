/**
 * Seconds of a `Max-Age` attribute (6265bis §5.6.2), as Chromium reads them: at most one sign, then digits only.
 * Too many digits saturate to infinity. `null` for anything else.
 */
export function parseMaxAge(text: string): number | null {
  return /^[-+]?\d+$/.test(text) ? Number(text) : null;
}
