/** How many bits differ between two values of equal length in hexadecimal. */
export function differingBits(one: string, other: string): number {
  return [...one].reduce((sum, digit, index) => {
    const differing = Number.parseInt(digit, 16) ^ Number.parseInt(other[index] ?? '0', 16);
    return sum + [...differing.toString(2)].filter((bit) => bit === '1').length;
  }, 0);
}
