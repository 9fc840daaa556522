/** A key as its pill shows it, the same everywhere: `9f3c…a17e`. Short values are shown whole. */
export function shortened(value: string): string {
  return value.length <= 11 ? value : `${value.slice(0, 4)}…${value.slice(-4)}`;
}
