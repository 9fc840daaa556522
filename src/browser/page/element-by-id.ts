import type { PageElement, PageNode } from '../tab.ts';

/** Text of the first element with that id; `null` where there is none. */
export function textOfElement(nodes: readonly PageNode[], id: string): string | null {
  const element = find(nodes, id);
  return element === null ? null : textOf(element.children);
}

function find(nodes: readonly PageNode[], id: string): PageElement | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = node.attributes['id'] === id ? node : find(node.children, id);
    if (found !== null) return found;
  }
  return null;
}

function textOf(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}
