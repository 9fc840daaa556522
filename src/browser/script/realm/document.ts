import type { RealmStart } from '../protocol.ts';
import type { DocumentCookie } from './document-cookie.ts';
import { ScriptElement, type ScriptTree } from './elements.ts';

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
  const select = (selector: string): readonly ScriptElement[] => {
    const found = /^([a-z0-9*]*)(?:#([\w-]+))?(?:\[name=["']?([\w-]+)["']?\])?$/i.exec(
      selector.trim(),
    );
    if (!found || found[0] === '')
      throw new DOMException(`'${selector}' is not a selector known here.`, 'SyntaxError');
    const [, name = '', id, called] = found;
    return byTag(name || '*').filter(
      (element) =>
        (id === undefined || element.id === id) &&
        (called === undefined || element.getAttribute('name') === called),
    );
  };
  return Object.freeze({
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
    querySelector: (selector: unknown) => select(String(selector))[0] ?? null,
    querySelectorAll: (selector: unknown) => select(String(selector)),
    createElement: (name: unknown) => new ScriptElement(tree, String(name)),
  });
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
