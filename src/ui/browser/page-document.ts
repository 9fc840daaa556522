import type { PageElement, PageNode } from '../../browser/tab.ts';
import { pageFrameSandbox } from './page-frame-sandbox.ts';

/**
 * Puts a page's tree into the document of the page frame, node by node. No HTML is parsed by the real
 * browser, nothing can load or lead anywhere by itself: links keep their destination, forms their action
 * and pictures their address as data, for the listeners outside.
 */
export function fillPage(target: Document, nodes: readonly PageNode[]): void {
  target.body.replaceChildren(...nodes.map((node) => toNode(target, node)));
}

/** The same page, changed by its script: only what is different changes. */
export function refillPage(target: Document, nodes: readonly PageNode[]): void {
  fillElement(target, target.body, nodes);
}

/** What is there already stays there: what the reader has typed, and where they are, is not lost. */
function fillElement(target: Document, element: Element, nodes: readonly PageNode[]): void {
  nodes.forEach((node, place) => {
    const present = element.childNodes[place];
    if (present === undefined) element.append(toNode(target, node));
    else if (!becomes(target, present, node)) present.replaceWith(toNode(target, node));
  });
  while (element.childNodes.length > nodes.length) element.lastChild?.remove();
}

/** Makes the shown node what it is to be; `false`: it is of another kind. */
function becomes(target: Document, present: ChildNode, node: PageNode): boolean {
  if (typeof node === 'string') {
    if (present.nodeType !== present.TEXT_NODE) return false;
    if (present.nodeValue !== node) present.nodeValue = node;
    return true;
  }
  const element = present as HTMLElement;
  const frame = node.attributes['data-frame'];
  if (frame !== undefined) return element.dataset?.['frame'] === frame;
  if (present.nodeName !== node.element.toUpperCase()) return false;
  setAttributes(element, node);
  fillElement(target, element, node.children);
  return true;
}

function setAttributes(element: HTMLElement, node: PageElement): void {
  const wanted = new Map(
    Object.entries(node.attributes).flatMap(([name, value]) => [
      shownAttribute(node, name, value),
      ...(name === 'href' ? [['href', '#'] as const] : []),
    ]),
  );
  for (const name of element.getAttributeNames()) {
    const isShownPicture =
      name === 'src' && wanted.get('data-resource') === element.dataset['resource'];
    if (!wanted.has(name) && !isShownPicture) element.removeAttribute(name);
  }
  for (const [name, value] of wanted) {
    if (element.getAttribute(name) === value) continue;
    element.setAttribute(name, value);
    if (name === 'value') (element as HTMLInputElement).value = value;
  }
}

/** Shows the pictures that have arrived. */
export function fillPictures(target: Document, pictures: Readonly<Record<string, string>>): void {
  for (const image of target.querySelectorAll<HTMLImageElement>('img[data-resource]')) {
    const loaded = pictures[image.dataset['resource'] ?? ''];
    if (loaded !== undefined && image.src !== loaded) image.src = loaded;
  }
}

function toNode(target: Document, node: PageNode): Node {
  if (typeof node === 'string') return target.createTextNode(node);
  if (node.attributes['data-frame'] !== undefined) return toFrame(target, node);
  const element = target.createElement(node.element);
  setAttributes(element, node);
  element.append(...node.children.map((child) => toNode(target, child)));
  return element;
}

/** An empty place for a frame's own document, which `ShownDocument` puts there. */
function toFrame(target: Document, { attributes }: PageElement): Node {
  const element = target.createElement('iframe');
  element.setAttribute('sandbox', pageFrameSandbox());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The places of a page's frames; each names its own among the page's `frames`. */
export function frameElements(target: Document): readonly HTMLIFrameElement[] {
  return [...target.querySelectorAll<HTMLIFrameElement>('iframe[data-frame]')];
}

/** Addresses stay beside the element as data: the real browser must not follow them. */
function shownAttribute(node: PageElement, name: string, value: string): [string, string] {
  if (name === 'href') return ['data-destination', value];
  if (name === 'action') return ['data-action', value];
  if (name === 'method') return ['data-method', value];
  if (name === 'target') return ['data-target', value];
  if (name === 'src') return ['data-resource', value];
  if (node.element === 'input' && name === 'autofocus') return ['data-autofocus', value];
  return [name, value];
}

export interface SubmittedForm {
  readonly action: string;
  readonly method: string;
  readonly entries: readonly (readonly [string, string])[];
  readonly target: string;
}

/** What a form in the page frame would send, the pressed button included. */
export function submittedForm(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  pageUrl: string,
): SubmittedForm {
  const view = form.ownerDocument.defaultView;
  const FormDataOfFrame = view?.FormData ?? FormData;
  const data = new FormDataOfFrame(form, submitter);
  const entries = [...data.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    action: form.dataset['action'] ?? pageUrl,
    method: (form.dataset['method'] ?? 'get').toUpperCase(),
    entries,
    target: form.dataset['target'] ?? '',
  };
}
