import { Parser } from 'htmlparser2';
import type { PageElement, PageNode, PageScript } from '../tab.ts';
import { isAddress, isAllowedAttribute, isAllowedElement, isDroppedElement } from './allow-list.ts';
import { frameOf, scriptOf, type BuiltFrame } from './embedded.ts';
import { resolveAddress } from './resolve-address.ts';

type Attributes = Readonly<Record<string, string>>;

/** A document rebuilt from the allow-list, and the addresses of what it wants to have loaded. */
export interface BuiltPage {
  readonly title: string;
  readonly language: string | null;
  readonly body: readonly PageNode[];
  readonly bodyHandlers: Attributes;
  /** Absolute URLs in document order, each once. */
  readonly styleSheets: readonly string[];
  readonly pictures: readonly string[];
  /** In document order; those with a URL are still to be loaded. */
  readonly scripts: readonly PageScript[];
  readonly frames: readonly BuiltFrame[];
}

/** An element that is open while the document is being read. */
interface OpenElement {
  readonly element: string;
  /** Where its content goes; `null`: nowhere. */
  readonly children: PageNode[] | null;
}

/** Rebuilds an HTML document at `url` from the allow-list. Never throws, whatever the text is. */
export function buildPage(html: string, url: string): BuiltPage {
  const builder = new PageBuilder(url);
  const parser = new Parser({
    onopentag: (element, attributes) => builder.open(element, attributes),
    ontext: (text) => builder.text(text),
    onclosetag: () => builder.close(),
  });
  parser.end(html);
  return builder.page();
}

/** Text in a page of its own, as browsers show what is not HTML. */
export function buildTextPage(text: string): BuiltPage {
  const body = [{ element: 'pre', attributes: {}, children: [text] }];
  return {
    title: '',
    language: null,
    body,
    bodyHandlers: {},
    styleSheets: [],
    pictures: [],
    scripts: [],
    frames: [],
  };
}

class PageBuilder {
  #title = '';
  #language: string | null = null;
  readonly #body: PageNode[] = [];
  #bodyHandlers: Attributes = {};
  readonly #styleSheets = new Set<string>();
  readonly #pictures = new Set<string>();
  #readsScript = false;
  readonly #scripts: PageScript[] = [];
  readonly #frames: BuiltFrame[] = [];
  readonly #stack: OpenElement[] = [{ element: '', children: this.#body }];

  constructor(readonly url: string) {}

  open(element: string, attributes: Attributes): void {
    this.#stack.push({ element, children: this.#place(element, attributes) });
  }

  close(): void {
    if (this.#stack.pop()?.element === 'script') this.#readsScript = false;
  }

  text(text: string): void {
    const { element, children } = this.#innermost;
    if (element === 'title' && children === null) this.#title += text;
    if (element === 'script' && this.#readsScript) this.#addToScript(text);
    if (children === null || (isOutsideBody(element) && text.trim() === '')) return;
    // The parser tells of a text in pieces wherever a character reference stands in it.
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  page(): BuiltPage {
    return {
      title: this.#title.trim().replace(/\s+/g, ' '),
      language: this.#language,
      body: this.#body,
      bodyHandlers: this.#bodyHandlers,
      styleSheets: [...this.#styleSheets],
      pictures: [...this.#pictures],
      scripts: this.#scripts,
      frames: this.#frames,
    };
  }

  get #innermost(): OpenElement {
    return this.#stack.at(-1) ?? { element: '', children: this.#body };
  }

  /** Puts the element into the tree and says where its content goes. */
  #place(element: string, attributes: Attributes): PageNode[] | null {
    const parent = this.#innermost.children;
    if (parent !== null && element === 'script') this.#noteScript(attributes);
    if (parent !== null && element === 'iframe') this.#placeFrame(parent, attributes);
    if (parent === null || isDroppedElement(element) || element === 'title') return null;
    if (element === 'html') this.#language ??= attributes['lang'] ?? null;
    if (element === 'body')
      this.#bodyHandlers = { ...handlersIn(attributes), ...this.#bodyHandlers };
    if (element === 'link') this.#noteStyleSheet(attributes);
    if (!isAllowedElement(element)) return parent;
    const children: PageNode[] = [];
    const handlers = handlersIn(attributes);
    parent.push({
      element,
      attributes: this.#attributes(element, attributes),
      ...(Object.keys(handlers).length > 0 ? { handlers } : {}),
      children,
    } satisfies PageElement);
    return children;
  }

  #attributes(element: string, attributes: Attributes): Attributes {
    const kept = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
      if (!isAllowedAttribute(element, name)) return [];
      if (!isAddress(name)) return [[name, value]];
      const address = resolveAddress(value, this.url);
      return address === null ? [] : [[name, address]];
    });
    const picture = element === 'img' ? resolveAddress(attributes['src'] ?? '', this.url) : null;
    if (picture !== null && attributes['src']) {
      this.#pictures.add(picture);
      kept.push(['data-resource', picture]);
    }
    return Object.fromEntries(kept);
  }

  /** The frame's place; what is shown there is the frame's own document. */
  #placeFrame(parent: PageNode[], attributes: Attributes): void {
    const kept = this.#attributes('div', attributes);
    const place = { 'data-frame': String(this.#frames.length) };
    parent.push({ element: 'div', attributes: { ...kept, ...place }, children: [] });
    this.#frames.push(frameOf(attributes, this.url));
  }

  #noteScript(attributes: Attributes): void {
    const script = scriptOf(attributes, this.url);
    if (script === null) return;
    this.#scripts.push(script);
    this.#readsScript = script.url === null && attributes['src'] === undefined;
  }

  /** The parser tells of a script's text in pieces too. */
  #addToScript(text: string): void {
    const script = this.#scripts.pop() ?? { url: null, text: '' };
    this.#scripts.push({ ...script, text: `${script.text ?? ''}${text}` });
  }

  #noteStyleSheet(attributes: Attributes): void {
    const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
    if (!relations.includes('stylesheet') || relations.includes('alternate')) return;
    const address = attributes['href'] ? resolveAddress(attributes['href'], this.url) : null;
    if (address !== null) this.#styleSheets.add(address);
  }
}

/** Event handlers that stand in attributes: `onclick`, `onerror`, … */
function handlersIn(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, text]): [string, string][] =>
      /^on[a-z]+$/.test(name) ? [[name.slice(2), text]] : [],
    ),
  );
}

/** White space between the elements there is no content. */
function isOutsideBody(element: string): boolean {
  return element === '' || element === 'html' || element === 'head';
}
