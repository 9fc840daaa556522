import type { PageElement, PageNode } from '../../browser/tab.ts';

/**
 * Puts a page's tree into the document of the page frame, node by node. No HTML is parsed by the real
 * browser, nothing can load or lead anywhere by itself: links keep their destination, forms their action
 * and pictures their address as data, for the listeners outside.
 */
export function fillPage(target: Document, nodes: readonly PageNode[]): void {
  target.body.replaceChildren(...nodes.map((node) => toNode(target, node)));
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
  for (const [name, value] of Object.entries(node.attributes)) {
    const [shownName, shownValue] = shownAttribute(node, name, value);
    element.setAttribute(shownName, shownValue);
    if (name === 'href') element.setAttribute('href', '#');
  }
  element.append(...node.children.map((child) => toNode(target, child)));
  return element;
}

/** An empty place for a frame's own document, which `ShownDocument` puts there. */
function toFrame(target: Document, { attributes }: PageElement): Node {
  const element = target.createElement('iframe');
  element.setAttribute('sandbox', 'allow-same-origin allow-forms');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The places of a page's frames, in the order of its `frames`. */
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
