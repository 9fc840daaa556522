import type { PageNode } from '../../tab.ts';
import { Listeners, pageEvent, type PageEvent } from './listeners.ts';
import { matches } from './selector.ts';
import type { ScriptTree } from './script-tree.ts';
import { htmlOf } from './html-text.ts';

type Child = ScriptElement | string;

/** An element as far as scripts need it that read and write a page, send its forms and load pictures. */
export class ScriptElement {
  readonly #tree: ScriptTree;
  readonly #attributes: Map<string, string>;
  readonly #handlerTexts: Map<string, string>;
  readonly #listeners: Listeners;
  readonly tagName: string;
  /** Styles are not simulated. */
  readonly style: object = {};
  declare id: string;
  declare name: string;
  #nodes: Child[] = [];
  #parent: ScriptElement | null = null;
  #value: string | null = null;
  #checked: boolean | null = null;

  constructor(tree: ScriptTree, name: string, from: Partial<Exclude<PageNode, string>> = {}) {
    this.#tree = tree;
    this.tagName = name.toUpperCase();
    this.#attributes = new Map(Object.entries(from.attributes ?? {}));
    this.#handlerTexts = new Map(Object.entries(from.handlers ?? {}));
    this.#listeners = new Listeners(tree.tell);
    const picture = this.#attributes.get('data-resource');
    if (picture !== undefined) this.#attributes.set('src', picture);
    this.#attributes.delete('data-resource');
  }

  get tree(): ScriptTree {
    return this.#tree;
  }

  get nodes(): readonly Child[] {
    return this.#nodes;
  }

  get attributes(): ReadonlyMap<string, string> {
    return this.#attributes;
  }

  get handlerTexts(): ReadonlyMap<string, string> {
    return this.#handlerTexts;
  }

  get children(): readonly ScriptElement[] {
    return this.#nodes.filter((node) => typeof node !== 'string');
  }

  get parentElement(): ScriptElement | null {
    return this.#parent;
  }

  get isConnected(): boolean {
    return this === this.#tree.body || (this.#parent?.isConnected ?? false);
  }

  get textContent(): string {
    return this.#nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  }

  set textContent(text: unknown) {
    this.replaceChildren(...(String(text) === '' ? [] : [String(text)]));
  }

  get innerText(): string {
    return this.textContent;
  }

  set innerText(text: unknown) {
    this.textContent = text;
  }

  get innerHTML(): string {
    return this.#nodes.map(htmlOf).join('');
  }

  set innerHTML(html: unknown) {
    this.replaceChildren(...this.#tree.parsed(String(html)));
  }

  get outerHTML(): string {
    return htmlOf(this);
  }

  get value(): string {
    return this.#value ?? this.getAttribute('value') ?? this.#defaultValue;
  }

  set value(text: unknown) {
    this.#value = String(text);
    this.#tree.changed();
  }

  get checked(): boolean {
    return this.#checked ?? this.hasAttribute('checked');
  }

  set checked(checked: unknown) {
    this.#checked = Boolean(checked);
    this.#tree.changed();
  }

  /** What the user has put into the field: no news for the browser. */
  fillIn(value: string, checked: boolean): void {
    this.#value = value;
    this.#checked = checked;
  }

  getAttribute(name: unknown): string | null {
    return this.#attributes.get(String(name).toLowerCase()) ?? null;
  }

  hasAttribute(name: unknown): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: unknown, value: unknown): void {
    const attribute = String(name).toLowerCase();
    if (/^on[a-z]+$/.test(attribute)) this.#handlerTexts.set(attribute.slice(2), String(value));
    else this.#attributes.set(attribute, String(value));
    if (this.tagName === 'IMG' && attribute === 'src') this.#tree.loadPicture(this);
    this.#tree.changed();
  }

  removeAttribute(name: unknown): void {
    this.#attributes.delete(String(name).toLowerCase());
    this.#tree.changed();
  }

  append(...nodes: readonly unknown[]): void {
    for (const node of nodes) {
      if (node instanceof ScriptElement) node.#moveTo(this);
      this.#nodes.push(node instanceof ScriptElement ? node : String(node));
    }
    this.#tree.changed();
  }

  appendChild(node: ScriptElement): ScriptElement {
    this.append(node);
    return node;
  }

  replaceChildren(...nodes: readonly unknown[]): void {
    for (const child of this.children) child.#parent = null;
    this.#nodes = [];
    this.append(...nodes);
  }

  remove(): void {
    this.#moveTo(null);
    this.#tree.changed();
  }

  #moveTo(parent: ScriptElement | null): void {
    const before = this.#parent;
    if (before !== null) before.#nodes = before.#nodes.filter((node) => node !== this);
    this.#parent = parent;
  }

  querySelector(selector: unknown): ScriptElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector: unknown): readonly ScriptElement[] {
    const text = String(selector);
    return this.#tree.within(this).filter((element) => matches(element, text));
  }

  matches(selector: unknown): boolean {
    return matches(this, String(selector));
  }

  closest(selector: unknown): ScriptElement | null {
    if (this.matches(selector)) return this;
    return this.#parent?.closest(selector) ?? null;
  }

  addEventListener(type: unknown, listener: unknown): void {
    this.#listeners.add(type, listener);
  }

  removeEventListener(type: unknown, listener: unknown): void {
    this.#listeners.remove(type, listener);
  }

  /** Whether nobody has prevented what comes of it. */
  dispatchEvent(event: { readonly type: string }): boolean {
    return !this.#tree.dispatch(this, pageEvent(event.type, this)).defaultPrevented;
  }

  hear(event: PageEvent): void {
    this.#listeners.hear(event, this, this.#handlerOf(event.type));
  }

  /** As if the user had pressed it; what comes of it is the browser's doing. */
  click(): void {
    if (!this.#tree.dispatch(this, pageEvent('click', this)).defaultPrevented)
      this.#tree.activate(this);
  }

  #handlerOf(type: string): unknown {
    const own: unknown = Reflect.get(this, `on${type}`);
    const text = this.#handlerTexts.get(type);
    return typeof own === 'function' || text === undefined ? own : this.#tree.handler(text);
  }

  /** What stands in a text area; what the chosen option says. */
  get #defaultValue(): string {
    if (this.tagName !== 'SELECT')
      return this.tagName === 'TEXTAREA' || this.tagName === 'OPTION' ? this.textContent : '';
    const options = this.querySelectorAll('option');
    return (options.find((option) => option.hasAttribute('selected')) ?? options[0])?.value ?? '';
  }

  [Symbol.for('remember-me.inspect')](): string {
    return htmlOf(this).slice(0, 200);
  }
}
