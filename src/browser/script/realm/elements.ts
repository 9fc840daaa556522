import type { PageNode } from '../../tab.ts';
import type { Tell } from './primordials.ts';

/** An element as far as scripts that send forms, load pictures and write texts need it. */
export class ScriptElement {
  readonly #document: ScriptTree;
  readonly #attributes: Map<string, string>;
  readonly tagName: string;
  declare readonly id: string;
  #nodes: (ScriptElement | string)[] = [];
  #value: string | null = null;

  constructor(
    document: ScriptTree,
    name: string,
    attributes: Readonly<Record<string, string>> = {},
  ) {
    this.#document = document;
    this.#attributes = new Map(Object.entries(attributes));
    this.tagName = name.toUpperCase();
  }

  get children(): readonly ScriptElement[] {
    return this.#nodes.filter((node) => typeof node !== 'string');
  }

  get textContent(): string {
    return this.#nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  }

  set textContent(text: unknown) {
    this.#nodes = [String(text)];
    if (this.id !== '') this.#document.tellText(this.id, String(text));
  }

  get innerText(): string {
    return this.textContent;
  }

  set innerText(text: unknown) {
    this.textContent = text;
  }

  get value(): string {
    return this.#value ?? this.getAttribute('value') ?? this.textContent;
  }

  set value(text: unknown) {
    this.#value = String(text);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(String(name).toLowerCase()) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(String(name).toLowerCase(), String(value));
    if (this.tagName === 'IMG' && String(name).toLowerCase() === 'src')
      this.#document.wantPicture(this, String(value));
  }

  /** The address, as one of this document. */
  resolved(url: string): string {
    return this.#document.resolve(url);
  }

  append(...nodes: (ScriptElement | string)[]): void {
    this.#nodes.push(...nodes.map((node) => (node instanceof ScriptElement ? node : String(node))));
  }

  appendChild(node: ScriptElement): ScriptElement {
    this.append(node);
    return node;
  }

  /** Fields of a form, in order. */
  get elements(): readonly ScriptElement[] {
    return this.#document
      .within(this)
      .filter(({ tagName }) => ['INPUT', 'BUTTON', 'SELECT', 'TEXTAREA'].includes(tagName));
  }

  /** Sends the form, without asking anybody. */
  submit(): void {
    const entries = this.elements
      .filter((field) => field.tagName !== 'BUTTON' && (field.getAttribute('name') ?? '') !== '')
      .filter((field) => !/^(?:submit|button|image|reset)$/i.test(field.getAttribute('type') ?? ''))
      .map((field) => [field.getAttribute('name') ?? '', field.value]);
    const method = /^post$/i.test(this.getAttribute('method') ?? '') ? 'post' : 'get';
    this.#document.send(this.getAttribute('action') ?? '', method, entries);
  }
}

/** Attributes that are properties as well. */
for (const name of ['id', 'name', 'type', 'action', 'method', 'href', 'alt', 'src', 'target']) {
  Object.defineProperty(ScriptElement.prototype, name, {
    configurable: true,
    get(this: ScriptElement) {
      const value = this.getAttribute(name) ?? '';
      return name === 'src' ? this.resolved(value) : value;
    },
    set(this: ScriptElement, value: unknown) {
      this.setAttribute(name, value);
    },
  });
}

/** The page's elements, and what they may bring about. */
export class ScriptTree {
  readonly body: ScriptElement;
  readonly #url: string;
  readonly #tell: Tell;
  readonly #loadPicture: (url: string) => Promise<unknown>;

  constructor(
    url: string,
    nodes: readonly PageNode[],
    tell: Tell,
    loadPicture: (url: string) => Promise<unknown>,
  ) {
    this.#url = url;
    this.#tell = tell;
    this.#loadPicture = loadPicture;
    this.body = this.#build({ element: 'body', attributes: {}, children: nodes });
  }

  within(element: ScriptElement): readonly ScriptElement[] {
    return element.children.flatMap((child) => [child, ...this.within(child)]);
  }

  get all(): readonly ScriptElement[] {
    return this.within(this.body);
  }

  resolve(url: string): string {
    return URL.parse(url, this.#url)?.href ?? url;
  }

  tellText(id: string, text: string): void {
    this.#tell({ type: 'text-written', id, text: text.slice(0, 100_000) });
  }

  send(action: string, method: string, entries: readonly (readonly string[])[]): void {
    this.#tell({ type: 'submit', form: { action: this.resolve(action), method, entries } });
  }

  wantPicture(element: ScriptElement, url: string): void {
    void this.#loadPicture(this.resolve(url)).then(
      (arrived) => {
        const handler: unknown = Reflect.get(element, arrived === true ? 'onload' : 'onerror');
        if (typeof handler === 'function') Reflect.apply(handler, element, []);
      },
      () => undefined,
    );
  }

  #build(node: Exclude<PageNode, string>): ScriptElement {
    const element = new ScriptElement(this, node.element, node.attributes);
    element.append(
      ...node.children.map((child) => (typeof child === 'string' ? child : this.#build(child))),
    );
    return element;
  }
}
