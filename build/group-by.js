/*
 * Vitest prints its failures with `Map.groupBy`, which Node has from version 21: without this, the first
 * failing test on Node 20 would hide all others.
 */
Map.groupBy ??= function groupBy(items, keyOf) {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
