/** Algorithms that the lab signs and verifies with (RFC 7518 §3.1). */
export type Algorithm = 'HS256';

export function isAlgorithm(name: string): name is Algorithm {
  return name === 'HS256';
}
