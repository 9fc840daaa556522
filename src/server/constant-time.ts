/** Compares without telling by its duration where the first difference is. */
export function equalInConstantTime(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1)
    difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}
