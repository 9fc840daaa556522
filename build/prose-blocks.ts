import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Node,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Prose, ProseNode } from '../src/tutorial/prose.ts';

/** A mistake in a chapter's Markdown, with the place where the author finds it. */
export class ProseError extends Error {
  override readonly name = 'ProseError';

  constructor(file: string, at: Node | null, problem: string) {
    const start = at?.position?.start;
    super(`${file}${start ? `:${start.line}:${start.column}` : ''}: ${problem}`);
  }
}

type Block = RootContent | BlockContent | DefinitionContent;

/** Turns Markdown's tree into the few kinds of node that lessons are made of; refuses every other kind. */
export function proseOf(blocks: readonly Block[], file: string): Prose {
  return blocks.map((block) => blockOf(block, file));
}

function blockOf(block: Block, file: string): ProseNode {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasesOf(block.children, file) };
    case 'blockquote':
      return { type: 'quote', children: proseOf(block.children, file) };
    case 'code':
      return { type: 'code-block', text: block.value, language: block.lang ?? null };
    case 'list':
      return {
        type: block.ordered ? 'ordered-list' : 'list',
        children: block.children.map((item) => itemOf(item, file)),
      };
    default:
      throw new ProseError(file, block, `A lesson cannot contain ${kindOf(block)}.`);
  }
}

/** An item of one paragraph holds its words directly, as one expects of a short list. */
function itemOf(item: ListItem, file: string): ProseNode {
  const [first, ...rest] = item.children;
  const children =
    first?.type === 'paragraph' && rest.every((block) => block.type === 'list')
      ? [...phrasesOf(first.children, file), ...proseOf(rest, file)]
      : proseOf(item.children, file);
  return { type: 'item', children };
}

/** The words of a paragraph or a heading. */
export function phrasesOf(phrases: readonly PhrasingContent[], file: string): Prose {
  return keepParticles(joinText(phrases.map((phrase) => phraseOf(phrase, file))));
}

/** Forbids a line break where it stands (UAX #14, LB11). */
const wordJoiner = '\u2060';

/**
 * A Korean particle belongs to the word before it; browsers would let it begin a line after a bracket, and
 * after code that ends in a sign.
 */
function keepParticles(phrases: Prose): Prose {
  return phrases.map((phrase, index) => {
    if (typeof phrase !== 'string') return phrase;
    const kept = phrase.replace(/\)(?=[가-힣])/g, `)${wordJoiner}`);
    return /^[가-힣]/.test(phrase) && isSignAtEnd(phrases[index - 1]) ? wordJoiner + kept : kept;
  });
}

function isSignAtEnd(node: ProseNode | undefined): boolean {
  return typeof node === 'object' && node.type === 'code' && /\W$/.test(node.text);
}

function phraseOf(phrase: PhrasingContent, file: string): ProseNode {
  switch (phrase.type) {
    case 'text':
      return phrase.value.replace(/\s*\n\s*/g, ' ');
    case 'strong':
    case 'emphasis':
      return { type: phrase.type, children: phrasesOf(phrase.children, file) };
    case 'inlineCode':
      return { type: 'code', text: phrase.value };
    case 'link':
      return {
        type: 'link',
        href: linkTarget(phrase.url, phrase, file),
        children: phrasesOf(phrase.children, file),
      };
    case 'textDirective':
      return directiveOf(phrase, file);
    default:
      throw new ProseError(file, phrase, `A lesson cannot contain ${kindOf(phrase)}.`);
  }
}

/** `:value[sid]` is a live value. A bare `:name`, as in `Cookie:sid`, is only a colon and a word. */
function directiveOf(directive: TextDirective, file: string): ProseNode {
  const hasAttributes = Object.keys(directive.attributes ?? {}).length > 0;
  if (directive.children.length === 0 && !hasAttributes && directive.name !== 'value') {
    return `:${directive.name}`;
  }
  const [label, ...rest] = directive.children;
  const name = label?.type === 'text' && rest.length === 0 ? label.value.trim() : '';
  if (directive.name !== 'value' || hasAttributes || name === '') {
    throw new ProseError(file, directive, `Only :value[name] is known, not :${directive.name}.`);
  }
  return { type: 'value', name };
}

/** Links lead to the web or to another place of the site; nothing else can be written. */
function linkTarget(url: string, at: Node, file: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const elsewhere =
    url.startsWith('/') || (scheme !== undefined && scheme !== 'https' && scheme !== 'http');
  if (elsewhere || url === '') {
    throw new ProseError(
      file,
      at,
      `A link leads to http(s) or to a relative place, not to "${url}".`,
    );
  }
  return url;
}

function joinText(nodes: Prose): Prose {
  const joined: ProseNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined;
}

const kinds: Readonly<Record<string, string>> = {
  html: 'raw HTML',
  image: 'an image',
  imageReference: 'an image',
  break: 'a forced line break',
  thematicBreak: 'a rule',
  heading: 'a heading here',
  definition: 'a link definition',
  linkReference: 'a link by reference',
  leafDirective: 'a "::" directive',
  containerDirective: 'a ":::" directive',
};

function kindOf(node: Node): string {
  return kinds[node.type] ?? `"${node.type}"`;
}
