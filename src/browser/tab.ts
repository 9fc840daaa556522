import type { NetworkFailureCode } from '../http/network-failure.ts';
import type { NavigationRefusalCode, RequestCause } from './events.ts';

/** A node of a page rebuilt from the allow-list: an element with safe attributes, or text. */
export type PageNode = string | PageElement;

export interface PageElement {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts of its event handlers by the event's type (`click` for `onclick`); they run nowhere but in the sandbox. */
  readonly handlers?: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

/** A document as the browser shows it. All that it embeds was loaded by the browser itself. */
export interface Page {
  /** Of this document alone; another one at the same address has another. */
  readonly id: string;
  readonly url: string;
  /** Serialized; `null` as text for the opaque origin of a sandboxed frame's document (HTML §7.1.1). */
  readonly origin: string;
  /** What a sandboxed document may do all the same (`allow-forms`, …); `null`: it is not sandboxed. */
  readonly sandbox: readonly string[] | null;
  readonly status: number;
  readonly title: string;
  readonly language: string | null;
  /**
   * Content of the body. A picture is an `img` whose `data-resource` names its absolute URL; a frame is a
   * `div` whose `data-frame` is its place in `frames`.
   */
  readonly body: readonly PageNode[];
  /** Handlers of the body itself. */
  readonly bodyHandlers: Readonly<Record<string, string>>;
  /** Values of `Content-Security-Policy`. */
  readonly policies: readonly string[];
  readonly styleSheets: readonly string[];
  /** Absolute URL to `data:` URL, for the pictures that have arrived. */
  readonly pictures: Readonly<Record<string, string>>;
  /** In document order. */
  readonly scripts: readonly PageScript[];
  /** In document order. */
  readonly frames: readonly Frame[];
  readonly exchangeId: string | null;
}

/** A `script` element of JavaScript. */
export interface PageScript {
  /** Absolute URL; `null` for one whose text stands in the page. */
  readonly url: string | null;
  /** `null` while it has not arrived, and when it could not be loaded. */
  readonly text: string | null;
  /** By which the page's policy may know it. */
  readonly nonce?: string;
  /** One of the kind that is not run here. */
  readonly isModule?: boolean;
}

/** An `iframe` of a page: a place for documents of its own. */
export interface Frame {
  readonly id: string;
  /** By which a link may name it as its target; empty for none. */
  readonly name: string;
  /** Absolute URL; `null` for none that can be loaded. */
  readonly src: string | null;
  /** Tokens of the `sandbox` attribute; `null` without one. */
  readonly sandbox: readonly string[] | null;
  /** In pixels; `null` where it is not said. */
  readonly width: number | null;
  readonly height: number | null;
  readonly page: Page | null;
  readonly loading: { readonly url: string; readonly cause: RequestCause } | null;
  readonly problem: NavigationProblem | null;
}

export interface HistoryEntry {
  readonly url: string;
  readonly title: string;
  /** The document that was shown there; entries within one document have the same. */
  readonly documentId?: string;
  /** Origin of the document that led here; `null` or absent: the user did. A reload asks in its name again. */
  readonly initiator?: string | null;
  /** What `Referer` was when the page came, and is made of when it is asked for again. */
  readonly referrer?: string | null;
  /** Content of the form that was sent by POST; absent for a GET. */
  readonly posted?: string;
}

export interface Tab {
  readonly id: string;
  readonly history: readonly HistoryEntry[];
  readonly historyIndex: number;
  readonly page: Page | null;
  /** Where it is going; `null` when it is at rest. */
  readonly loading: { readonly url: string; readonly cause: RequestCause } | null;
  /** Why the last navigation showed no page. */
  readonly problem: NavigationProblem | null;
}

export interface NavigationProblem {
  readonly code: NavigationRefusalCode | NetworkFailureCode;
  readonly url: string;
}
