import type { ScriptElement } from './script-element.ts';

const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

/** HTML of a node (HTML §13.3, serializing fragments). */
export function htmlOf(node: ScriptElement | string): string {
  if (typeof node === 'string')
    return node.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const name = node.tagName.toLowerCase();
  const handlers = [...node.handlerTexts].map(([type, text]) => [`on${type}`, text] as const);
  const attributes = [...node.attributes, ...handlers]
    .map(([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
  const start = `<${name}${attributes}>`;
  return voidElements.has(name) ? start : `${start}${node.nodes.map(htmlOf).join('')}</${name}>`;
}
