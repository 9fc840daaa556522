import type { PageNode } from '../tab.ts';
import { isAddress, isAllowedAttribute, isAllowedElement } from './allow-list.ts';
import { resolveAddress } from './resolve-address.ts';

const depthLimit = 200;

interface Place {
  readonly url: string;
  /** How many frames the page has. */
  readonly frames: number;
}

/** The nodes as a page may have them, whoever made them: only what the allow-list knows is kept. */
export function cleanNodes(
  nodes: readonly PageNode[],
  place: Place,
  depth = 0,
): readonly PageNode[] {
  if (depth > depthLimit) return [];
  return nodes.flatMap((node): readonly PageNode[] => {
    if (typeof node === 'string') return [node];
    const { element, attributes, handlers, children } = node;
    if (!isAllowedElement(element)) return [];
    return [
      {
        element,
        attributes: cleanAttributes(element, attributes, place),
        ...(handlers && Object.keys(handlers).length > 0 ? { handlers } : {}),
        children: cleanNodes(children, place, depth + 1),
      },
    ];
  });
}

function cleanAttributes(
  element: string,
  attributes: Readonly<Record<string, string>>,
  { url, frames }: Place,
): Readonly<Record<string, string>> {
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'data-frame')
      return element === 'div' && /^\d+$/.test(value) && Number(value) < frames
        ? [[name, value]]
        : [];
    const isPicture = element === 'img' && name === 'data-resource';
    if (!isPicture && !isAllowedAttribute(element, name)) return [];
    if (!isPicture && !isAddress(name)) return [[name, value]];
    const address = resolveAddress(value, url);
    return address === null ? [] : [[name, address]];
  });
  return Object.fromEntries(kept);
}
