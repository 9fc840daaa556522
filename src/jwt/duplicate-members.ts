/**
 * Names that stand twice in one object of a JSON text, at any depth. A parser keeps the last of them, another
 * the first: two readers of one token would see two contents (RFC 7519 §4). The text must be JSON. Linear.
 */
export function duplicateMembers(json: string): readonly string[] {
  const duplicates = new Set<string>();
  const open: (Set<string> | null)[] = [];
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) note(token, open.at(-1), duplicates);
  }
  return [...duplicates];
}

function note(token: string, names: Set<string> | null | undefined, duplicates: Set<string>): void {
  const name = JSON.parse(token.slice(0, -1)) as string;
  if (names?.has(name) === true) duplicates.add(name);
  names?.add(name);
}
