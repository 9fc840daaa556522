import type { Heading, Node, RootContent } from 'mdast';
import type { Prose } from '../src/tutorial/prose.ts';
import { phrasesOf, proseOf, ProseError } from './prose-blocks.ts';

/** A heading with what stands under it: first its own text, then the headings one level below. */
export interface Section {
  readonly heading: Heading;
  readonly text: readonly RootContent[];
  readonly sections: readonly Section[];
}

/** Cuts blocks at the headings of one depth; what stands before the first heading is `text`. */
export function cutAt(
  depth: number,
  blocks: readonly RootContent[],
  file: string,
): { readonly text: readonly RootContent[]; readonly sections: readonly Section[] } {
  const text: RootContent[] = [];
  const parts: { heading: Heading; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth < depth) {
      throw new ProseError(file, block, 'A chapter has one title, on its first line.');
    }
    const part = parts.at(-1);
    if (block.type === 'heading' && block.depth === depth)
      parts.push({ heading: block, blocks: [] });
    else if (part) part.blocks.push(block);
    else if (block.type === 'heading') {
      throw new ProseError(file, block, `This heading stands under no heading of level ${depth}.`);
    } else text.push(block);
  }
  const sections = parts.map(({ heading, blocks: below }) => ({
    heading,
    ...cutAt(depth + 1, below, file),
  }));
  return { text, sections };
}

/** The plain words of a heading. */
export function headingText(heading: Heading, file: string): string {
  return plainText(phrasesOf(heading.children, file), heading, file).trim();
}

/** Splits `Title {#slug}`. */
export function titleAndSlug(heading: Heading, file: string): { title: string; slug: string } {
  const match = /^(.+?)\s*\{#([a-z0-9-]+)\}$/.exec(headingText(heading, file));
  if (!match) throw new ProseError(file, heading, 'This heading needs a slug: ## Title {#slug}');
  return { title: match[1] ?? '', slug: match[2] ?? '' };
}

/** The text of a section that has no headings of its own and must say something. */
export function leafProse(section: Section, file: string): Prose {
  const [below] = section.sections;
  if (below) throw new ProseError(file, below.heading, 'No heading is expected here.');
  return filledProse(section.text, section.heading, file);
}

/** The items of a section that is one list and nothing else. */
export function itemsOf(
  section: Section,
  kind: 'list' | 'ordered-list',
  file: string,
): readonly Prose[] {
  const [list, ...rest] = leafProse(section, file);
  if (typeof list !== 'object' || list.type !== kind || rest.length > 0)
    throw new ProseError(file, section.heading, 'One list is expected here.');
  return list.children.map((item) =>
    typeof item === 'object' && item.type === 'item' ? item.children : [item],
  );
}

export function filledProse(blocks: readonly RootContent[], at: Node, file: string): Prose {
  if (blocks.length === 0) throw new ProseError(file, at, 'There is nothing under this heading.');
  return proseOf(blocks, file);
}

/** Adds an entry that must not be there yet. */
export function addOnce<T>(
  record: Record<string, T>,
  key: string,
  value: T,
  at: Node,
  file: string,
): void {
  if (Object.hasOwn(record, key)) throw new ProseError(file, at, `"${key}" is already there.`);
  record[key] = value;
}

function plainText(prose: Prose, at: Node, file: string): string {
  return prose
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.type === 'code') return node.text;
      if ('children' in node && node.type !== 'link') return plainText(node.children, at, file);
      throw new ProseError(file, at, `A heading cannot contain a ${node.type}.`);
    })
    .join('');
}
