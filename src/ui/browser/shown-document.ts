import type { Frame, NavigationProblem, Page } from '../../browser/tab.ts';
import fontsUrl from '../fonts.css?url';
import {
  fillPage,
  fillPictures,
  frameElements,
  refillPage,
  type SubmittedForm,
} from './page-document.ts';
import { listenToPage, type PageScripting } from './page-events.ts';
import { pageFrameDocument } from './page-frame-document.ts';

/** The document that a link or a form stands in, and what it names as its target. */
export interface Origin {
  readonly documentId?: string;
  readonly target?: string;
  /** It comes of an event that script was told of: one action of the user's with it. */
  readonly followsEvent?: boolean;
}

/** Who is told what the user does in a document, or in one of the frames in it. */
export interface DocumentListeners {
  readonly onlink: (href: string, from: Origin) => void;
  readonly onsubmit: (form: SubmittedForm, from: Origin) => void;
  /** Where the link under the pointer leads; `null` when there is none. */
  readonly onhover: (href: string | null) => void;
  /** Script of the document of that id. */
  readonly scripting: (documentId: string) => PageScripting;
  /** Why a frame shows no page, in words. */
  readonly explain: (problem: NavigationProblem) => string;
}

/** What a real frame shows: a page, or else a word about why there is none. */
type Shown = Pick<Frame, 'page' | 'problem'>;

const nothing: Shown = { page: null, problem: null };

const noStyleSheets: readonly string[] = [];

/** The browser's own word is set as its own pages are, not as the page's. */
const problemStyleSheets = [
  `body {
    margin: 0;
    padding: 8px 12px;
    background: #ffffff;
    color: #4b4f58;
    font: 13px/1.45 'Pretendard Variable', Pretendard, system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif;
    overflow-wrap: anywhere;
  }
  p { margin: 0; }`,
];

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
  #inner: ReadonlyMap<HTMLIFrameElement, ShownDocument> = new Map();
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
    for (const inner of this.#inner.values()) inner.end();
  }

  #begin(): void {
    const document = this.#element.contentDocument;
    if (document === null) return;
    const fonts = document.createElement('link');
    fonts.rel = 'stylesheet';
    fonts.href = new URL(fontsUrl, location.href).href;
    document.head.append(fonts);
    listenToPage(document, {
      pageUrl: () => this.#shown.page?.url ?? '',
      scripting: () => {
        const id = this.#shown.page?.id;
        return id === undefined ? null : this.#listeners.scripting(id);
      },
      onlink: (href, linkTarget, followsEvent) =>
        this.#listeners.onlink(href, this.#from(linkTarget, followsEvent)),
      onsubmit: (form, followsEvent) =>
        this.#listeners.onsubmit(form, this.#from(form.target, followsEvent)),
    });
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
    if (refilled) this.#fill(target, page !== null && page.id === before.page?.id);
    const styleSheets = styleSheetsOf(this.#wanted);
    if (styleSheets !== styleSheetsOf(before)) adoptStyleSheets(target, styleSheets);
    if (page !== null && (refilled || page.pictures !== before.page?.pictures))
      fillPictures(target, page.pictures);
    for (const [element, inner] of this.#inner) inner.show(frameOf(page, element) ?? nothing);
  }

  #fill(target: Document, isSame: boolean): void {
    const { page, problem } = this.#wanted;
    const fill = isSame ? refillPage : fillPage;
    fill(target, page?.body ?? this.#problemBody(problem));
    const before = this.#inner;
    this.#inner = new Map(
      frameElements(target).map((element) => {
        const kept = before.get(element);
        if (kept === undefined) setSize(element, frameOf(page, element));
        return [element, kept ?? new ShownDocument(element, this.#listeners)];
      }),
    );
    for (const [element, inner] of before) if (!this.#inner.has(element)) inner.end();
    if (!isSame) target.defaultView?.scrollTo(0, 0);
  }

  #problemBody(problem: NavigationProblem | null): Page['body'] {
    if (problem === null) return [];
    return [{ element: 'p', attributes: {}, children: [this.#listeners.explain(problem)] }];
  }

  #hover(event: PointerEvent): void {
    this.#listeners.onhover(linkOf(event)?.dataset['destination'] ?? null);
  }

  #from(target: string, followsEvent: boolean): Origin {
    const documentId = this.#shown.page?.id;
    const origin = followsEvent ? { target, followsEvent } : { target };
    return documentId === undefined ? origin : { documentId, ...origin };
  }
}

function linkOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>('[data-destination]');
}

function frameOf(page: Page | null, { dataset }: HTMLIFrameElement): Frame | undefined {
  return page?.frames[Number(dataset['frame'])];
}

/** A frame of which no size is said is 300 by 150 pixels (HTML §15.4.1). */
function setSize(element: HTMLIFrameElement, frame: Frame | undefined): void {
  element.width = String(frame?.width ?? 300);
  element.height = String(frame?.height ?? 150);
}

function styleSheetsOf({ page, problem }: Shown): readonly string[] {
  if (page !== null) return page.styleSheets;
  return problem === null ? noStyleSheets : problemStyleSheets;
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
