/** To which step a key leads before a class; arrows and what a clicker sends. */
export type Turn = 'next' | 'previous';

const turns: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
};

/** Where these keys already mean something, they go on meaning that. */
const ownUse =
  'input, select, textarea, [contenteditable], [role="tab"], [role="slider"], [role="dialog"] *, pre';

export function turnOf(event: KeyboardEvent): Turn | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return null;
  const target = event.target;
  if (target instanceof Element && target.matches(ownUse)) return null;
  return turns[event.key] ?? null;
}
