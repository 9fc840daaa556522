const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/**
 * Seconds of a `Max-Age` attribute (6265bis §5.6.2), as Chromium reads them: at most one sign, then digits only.
 * Digits beyond 64 bits saturate to infinity, and Chromium never looks at what stands after them.
 * `null` for anything else.
 */
export function parseMaxAge(text: string): number | null {
  const [digits] = /^[-+]?\d+/.exec(text) ?? [];
  if (digits === undefined) return null;
  const saturated = saturate(digits);
  if (saturated !== null) return saturated;
  return digits === text ? Number(text) : null;
}

function saturate(digits: string): number | null {
  // A value has a thousand digits at most, which costs nothing to read exactly.
  const seconds = BigInt(digits.replace('+', ''));
  if (seconds >= MOST) return Infinity;
  return seconds <= LEAST ? -Infinity : null;
}
