/** In units of the root's type size. */
const leastColumn = 18.75;
const stripWidth = 2.75;

/** How many columns stand side by side in a stage of that width (in `rem`); the others are strips. */
export function columnsIn(width: number): 1 | 2 | 3 {
  if (width >= 3 * leastColumn) return 3;
  return width >= 2 * leastColumn + stripWidth ? 2 : 1;
}
