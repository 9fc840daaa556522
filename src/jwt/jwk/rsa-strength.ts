/** Odd primes up to 167: what the flawed generator's moduli are recognised by. */
const primes = Array.from({ length: 83 }, (_, index) => 2 * index + 3).filter((odd) =>
  Array.from({ length: odd - 3 }, (_, index) => index + 2).every((divisor) => odd % divisor !== 0),
);

export type RsaWeakness = 'rsa-key-too-small' | 'rsa-exponent-weak' | 'rsa-key-predictable';

/** Why an RSA key proves nothing (RFC 7518 §3.3 wants 2048 bits); `null`: nothing known against it. */
export function rsaWeakness(modulus: Uint8Array, exponent: Uint8Array): RsaWeakness | null {
  const n = toInteger(modulus);
  const e = toInteger(exponent);
  if (n.toString(2).length < 2048) return 'rsa-key-too-small';
  if (e < 3n || e % 2n === 0n) return 'rsa-exponent-weak';
  return isPredictable(n) ? 'rsa-key-predictable' : null;
}

/** The fingerprint of CVE-2017-15361: modulo each small prime, n is a power of 65537. */
function isPredictable(n: bigint): boolean {
  return primes.every((prime) => powersOf65537(prime).has(Number(n % BigInt(prime))));
}

function powersOf65537(prime: number): Set<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return powers;
}

function toInteger(octets: Uint8Array): bigint {
  let hex = '0x0';
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0');
  return BigInt(hex);
}
