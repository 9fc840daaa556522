import type { RealmStart } from '../protocol.ts';
import type { DocumentCookie } from './document-cookie.ts';
import { ScriptElement } from './script-element.ts';
import type { ScriptTree } from './script-tree.ts';

/** `document`: its cookies, and of its elements what scripts about cookies and forms need. */
export function createDocument(
  start: RealmStart,
  tree: ScriptTree,
  cookie: DocumentCookie,
  location: object,
): object {
  let { title } = start;
  const byId = (id: unknown): ScriptElement | null =>
    tree.all.find((element) => element.id === String(id)) ?? null;
  const byTag = (name: string): readonly ScriptElement[] =>
    tree.all.filter(({ tagName }) => name === '*' || tagName === name.toUpperCase());
  return {
    get cookie(): string {
      return cookie.value;
    },
    set cookie(text: unknown) {
      cookie.value = String(text);
    },
    get title(): string {
      return title;
    },
    set title(text: unknown) {
      title = String(text);
      tree.tell({ type: 'title-written', title: title.slice(0, 1_000) });
    },
    get location() {
      return location;
    },
    set location(to: unknown) {
      Reflect.set(location, 'href', to);
    },
    URL: start.url,
    domain: new URL(start.url).hostname,
    readyState: 'complete',
    body: tree.body,
    get forms() {
      return formsOf(byTag('form'));
    },
    getElementById: byId,
    getElementsByTagName: (name: unknown) => byTag(String(name)),
    querySelector: (selector: unknown) => tree.body.querySelector(selector),
    querySelectorAll: (selector: unknown) => tree.body.querySelectorAll(selector),
    addEventListener: (type: unknown, listener: unknown) => {
      tree.documentListeners.add(type, listener);
    },
    removeEventListener: (type: unknown, listener: unknown) => {
      tree.documentListeners.remove(type, listener);
    },
    createElement: (name: unknown) => new ScriptElement(tree, String(name)),
  };
}

/** By index, and by name or id. */
function formsOf(forms: readonly ScriptElement[]): object {
  const named = forms.flatMap((form) =>
    [form.id, form.getAttribute('name') ?? '']
      .filter((name) => name !== '')
      .map((name) => [name, form]),
  );
  return Object.assign([...forms], Object.fromEntries(named) as object);
}
