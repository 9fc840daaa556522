import type { ToRealm } from '../protocol.ts';
import { pageEvent } from './listeners.ts';
import type { ScriptTree } from './script-tree.ts';

/** What the user does to an element; whether script has prevented what would come of it. */
export function dispatch(
  tree: ScriptTree,
  { event, fields }: Extract<ToRealm, { type: 'dispatch' }>,
): boolean {
  for (const { path, value, checked } of fields) tree.at(path)?.fillIn(value, checked);
  const target = tree.at(event.path);
  if (target === null) return false;
  const submitter = event.submitter === null ? null : tree.at(event.submitter);
  return tree.dispatch(target, pageEvent(event.type, target, { submitter, key: event.key }))
    .defaultPrevented;
}

/** The scripts of the page have run, and its pictures have arrived or not. */
export function finishLoading(tree: ScriptTree, pictures: readonly string[]): void {
  const { document } = globalThis;
  tree.dispatchAtDocument(pageEvent('DOMContentLoaded', document));
  for (const element of tree.all) {
    if (element.tagName !== 'IMG' || !element.hasAttribute('src')) continue;
    const type = pictures.includes(element.src) ? 'load' : 'error';
    tree.dispatch(element, pageEvent(type, element));
  }
  const load = pageEvent('load', document);
  tree.body.hear(load);
  tree.dispatchAtWindow(load);
}
