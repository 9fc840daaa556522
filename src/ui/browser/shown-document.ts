import type { Frame, NavigationProblem, Page } from '../../browser/tab.ts';
import fontsUrl from '../fonts.css?url';
import {
  fillPage,
  fillPictures,
  frameElements,
  submittedForm,
  type SubmittedForm,
} from './page-document.ts';
import { pageFrameDocument } from './page-frame-document.ts';

/** The document that a link or a form stands in, and what it names as its target. */
export interface Origin {
  readonly documentId?: string;
  readonly target?: string;
}

/** Who is told what the user does in a document, or in one of the frames in it. */
export interface DocumentListeners {
  readonly onlink: (href: string, from: Origin) => void;
  readonly onsubmit: (form: SubmittedForm, from: Origin) => void;
  /** Where the link under the pointer leads; `null` when there is none. */
  readonly onhover: (href: string | null) => void;
  /** Why a frame shows no page, in words. */
  readonly explain: (problem: NavigationProblem) => string;
}

/** What a real frame shows: a page, or else a word about why there is none. */
type Shown = Pick<Frame, 'page' | 'problem'>;

const nothing: Shown = { page: null, problem: null };

/**
 * One document of a page in a real frame of its own, and the frames in it likewise. No script runs in any of
 * them, and nothing in them loads or leads anywhere by itself; `listeners` hear what the user does.
 */
export class ShownDocument {
  readonly #element: HTMLIFrameElement;
  readonly #listeners: DocumentListeners;
  #target: Document | null = null;
  #wanted: Shown = nothing;
  #shown: Shown = nothing;
  #inner: readonly ShownDocument[] = [];
  readonly #loaded = () => {
    this.#begin();
  };

  constructor(element: HTMLIFrameElement, listeners: DocumentListeners) {
    this.#element = element;
    this.#listeners = listeners;
    element.addEventListener('load', this.#loaded);
    element.srcdoc = pageFrameDocument();
  }

  /** What has not changed stays as it stands, with all that was typed into it. */
  show(wanted: Shown): void {
    this.#wanted = wanted;
    if (this.#target !== null) this.#update(this.#target);
  }

  end(): void {
    this.#element.removeEventListener('load', this.#loaded);
    for (const inner of this.#inner) inner.end();
  }

  #begin(): void {
    const document = this.#element.contentDocument;
    if (document === null) return;
    const fonts = document.createElement('link');
    fonts.rel = 'stylesheet';
    fonts.href = new URL(fontsUrl, location.href).href;
    document.head.append(fonts);
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('submit', (event) => this.#submit(event));
    document.addEventListener('pointerover', (event) => this.#hover(event));
    document.addEventListener('pointerleave', () => this.#listeners.onhover(null));
    this.#target = document;
    this.#shown = nothing;
    this.#update(document);
  }

  #update(target: Document): void {
    const { page, problem } = this.#wanted;
    const before = this.#shown;
    this.#shown = this.#wanted;
    target.documentElement.lang = page?.language ?? '';
    const refilled = page?.body !== before.page?.body || problem !== before.problem;
    if (refilled) this.#fill(target);
    if (page?.styleSheets !== before.page?.styleSheets)
      adoptStyleSheets(target, page?.styleSheets ?? []);
    if (page !== null && (refilled || page.pictures !== before.page?.pictures))
      fillPictures(target, page.pictures);
    for (const [place, inner] of this.#inner.entries()) inner.show(page?.frames[place] ?? nothing);
  }

  #fill(target: Document): void {
    const { page, problem } = this.#wanted;
    for (const inner of this.#inner) inner.end();
    fillPage(target, page?.body ?? this.#problemBody(problem));
    this.#inner = frameElements(target).map((element, place) => {
      setSize(element, page?.frames[place]);
      return new ShownDocument(element, this.#listeners);
    });
    target.defaultView?.scrollTo(0, 0);
  }

  #problemBody(problem: NavigationProblem | null): Page['body'] {
    if (problem === null) return [];
    return [{ element: 'p', attributes: {}, children: [this.#listeners.explain(problem)] }];
  }

  #click(event: MouseEvent): void {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    const { destination = '', target = '' } = link.dataset;
    this.#listeners.onlink(destination, this.#from(target));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const sent = submittedForm(form, event.submitter, this.#shown.page?.url ?? '');
    this.#listeners.onsubmit(sent, this.#from(sent.target));
  }

  #hover(event: PointerEvent): void {
    this.#listeners.onhover(linkOf(event)?.dataset['destination'] ?? null);
  }

  #from(target: string): Origin {
    const documentId = this.#shown.page?.id;
    return documentId === undefined ? { target } : { documentId, target };
  }
}

function linkOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>('[data-destination]');
}

/** A frame of which no size is said is 300 by 150 pixels (HTML §15.4.1). */
function setSize(element: HTMLIFrameElement, frame: Frame | undefined): void {
  element.width = String(frame?.width ?? 300);
  element.height = String(frame?.height ?? 150);
}

function adoptStyleSheets(target: Document, texts: readonly string[]): void {
  const view = target.defaultView;
  if (view === null) return;
  target.adoptedStyleSheets = texts.map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}
