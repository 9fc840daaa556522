import { isAllowedElement } from '../../page/allow-list.ts';
import { buildPage } from '../../page/build-page.ts';
import type { PageElement, PageNode } from '../../tab.ts';
import type { RealmStart } from '../protocol.ts';
import { Listeners, pageEvent, type PageEvent } from './listeners.ts';
import type { Tell } from './primordials.ts';
import { ScriptElement } from './script-element.ts';

export interface ScriptTreeOptions {
  readonly start: RealmStart;
  readonly tell: Tell;
  /** Whether a picture arrived. */
  readonly loadPicture: (url: string) => Promise<unknown>;
  /** Makes a function of the text of a handler; `null` where it may not run. */
  readonly compile: (text: string) => unknown;
}

const nodeLimit = 5_000;

/** The page's elements, and what they may bring about. */
export class ScriptTree {
  readonly body: ScriptElement;
  readonly tell: Tell;
  readonly documentListeners: Listeners;
  readonly windowListeners: Listeners;
  readonly #options: ScriptTreeOptions;
  /** By the text: the same one is made once. */
  readonly #handlers = new Map<string, unknown>();
  #hasChanged = true;

  constructor(options: ScriptTreeOptions) {
    const { start, tell } = options;
    this.#options = options;
    this.tell = tell;
    this.documentListeners = new Listeners(tell);
    this.windowListeners = new Listeners(tell);
    const handlers = start.bodyHandlers;
    this.body = this.#build({ element: 'body', attributes: {}, children: start.body, handlers });
    this.#hasChanged = false;
  }

  get all(): readonly ScriptElement[] {
    return [this.body, ...this.within(this.body)];
  }

  within(element: ScriptElement): readonly ScriptElement[] {
    return element.children.flatMap((child) => [child, ...this.within(child)]);
  }

  resolve(url: string): string {
    return URL.parse(url, this.#options.start.url)?.href ?? url;
  }

  /** The nodes of a piece of HTML; its pictures are asked for, its scripts do not run (HTML §13.4). */
  parsed(html: string): readonly (ScriptElement | string)[] {
    const nodes = withoutFrames(buildPage(html, this.#options.start.url).body).map((node) =>
      typeof node === 'string' ? node : this.#build(node),
    );
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      for (const element of [node, ...this.within(node)])
        if (element.tagName === 'IMG' && element.hasAttribute('src')) this.loadPicture(element);
    }
    return nodes;
  }

  /** Tells the browser, before anything else happens, what the page has become. */
  changed(): void {
    if (this.#hasChanged) return;
    this.#hasChanged = true;
    queueMicrotask(() => {
      this.#hasChanged = false;
      if (this.all.length <= nodeLimit)
        this.tell({ type: 'body-written', body: this.body.nodes.map(nodeOf) });
    });
  }

  /** At the element and all above it, unless it was stopped. */
  dispatch(target: ScriptElement, event: PageEvent): PageEvent {
    target.hear(event);
    const isHeardAbove = (): boolean => event.bubbles && !event.stopped;
    for (
      let above = target.parentElement;
      above !== null && isHeardAbove();
      above = above.parentElement
    )
      above.hear(event);
    if (isHeardAbove()) this.dispatchAtDocument(event);
    return event;
  }

  dispatchAtDocument(event: PageEvent): void {
    const { document } = globalThis;
    this.documentListeners.hear(event, document, Reflect.get(document, `on${event.type}`));
    if (!event.stopped) this.dispatchAtWindow(event);
  }

  dispatchAtWindow(event: PageEvent): void {
    this.windowListeners.hear(event, globalThis, Reflect.get(globalThis, `on${event.type}`));
  }

  /** The element that the browser's page shows there: places among elements, from the body down. */
  at(path: readonly number[]): ScriptElement | null {
    return path.reduce<ScriptElement | null>((element, place) => {
      const shown = element?.children.filter(({ tagName }) =>
        isAllowedElement(tagName.toLowerCase()),
      );
      return shown?.[place] ?? null;
    }, this.body);
  }

  /** What the browser does when an element has been pressed. */
  activate(element: ScriptElement): void {
    const link = element.closest('a');
    const button = element.closest('button, input');
    if (link?.hasAttribute('href') === true)
      this.tell({ type: 'navigate', url: link.href, replace: false });
    else if (button?.type === 'checkbox') button.checked = !button.checked;
    else if (button && isSubmitter(button)) button.form?.requestSubmit(button);
  }

  handler(text: string): unknown {
    if (!this.#handlers.has(text)) this.#handlers.set(text, this.#options.compile(text));
    return this.#handlers.get(text);
  }

  loadPicture(element: ScriptElement): void {
    void this.#options.loadPicture(element.src).then(
      (arrived) => {
        this.dispatch(element, pageEvent(arrived === true ? 'load' : 'error', element));
      },
      () => undefined,
    );
  }

  #build({ element: name, ...from }: PageElement): ScriptElement {
    const element = new ScriptElement(this, name, from);
    element.append(
      ...from.children.map((child) => (typeof child === 'string' ? child : this.#build(child))),
    );
    return element;
  }
}

/** Frames that script makes are not simulated. */
function withoutFrames(nodes: readonly PageNode[]): readonly PageNode[] {
  return nodes.flatMap((node): readonly PageNode[] => {
    if (typeof node === 'string') return [node];
    if (node.attributes['data-frame'] !== undefined) return [];
    return [{ ...node, children: withoutFrames(node.children) }];
  });
}

function isSubmitter({ tagName, type }: ScriptElement): boolean {
  return tagName === 'BUTTON'
    ? !/^(?:button|reset)$/i.test(type)
    : /^(?:submit|image)$/i.test(type);
}

/** As the browser takes it. */
function nodeOf(node: ScriptElement | string): PageNode {
  if (typeof node === 'string') return node;
  const element = node.tagName.toLowerCase();
  const attributes = new Map(node.attributes);
  if (attributes.delete('src')) attributes.set('data-resource', node.src);
  if (/^(?:input|select)$/.test(element) && node.value !== '') attributes.set('value', node.value);
  if (element === 'input' && node.checked) attributes.set('checked', '');
  else attributes.delete('checked');
  return {
    element,
    attributes: Object.fromEntries(attributes),
    handlers: Object.fromEntries(node.handlerTexts),
    children: element === 'textarea' ? [node.value] : node.nodes.map(nodeOf),
  };
}
