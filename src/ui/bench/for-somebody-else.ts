/** The same payload with Bob for its subject; as it is where it is no JSON. */
export function forSomebodyElse(payload: string): string {
  try {
    return JSON.stringify({ ...(JSON.parse(payload) as Record<string, unknown>), sub: 'bob' });
  } catch {
    return payload;
  }
}
