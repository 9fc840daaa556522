import type { PageElement, PageNode } from '../tab.ts';

/** Text of the first element with that id; `null` where there is none. */
export function textOfElement(nodes: readonly PageNode[], id: string): string | null {
  const element = find(nodes, id);
  return element === null ? null : textOf(element.children);
}

/** The nodes with that element's content replaced by text; `null` where there is no such element. */
export function withElementText(
  nodes: readonly PageNode[],
  id: string,
  text: string,
): readonly PageNode[] | null {
  const element = find(nodes, id);
  if (element === null) return null;
  return replace(nodes, element, { ...element, children: text === '' ? [] : [text] });
}

function find(nodes: readonly PageNode[], id: string): PageElement | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = node.attributes['id'] === id ? node : find(node.children, id);
    if (found !== null) return found;
  }
  return null;
}

function replace(
  nodes: readonly PageNode[],
  element: PageElement,
  other: PageElement,
): readonly PageNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    if (node === element) return other;
    return { ...node, children: replace(node.children, element, other) };
  });
}

function textOf(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}
