import type { RequestCause } from './events.ts';

/** A node of a page rebuilt from the allow-list: an element with safe attributes, or text. */
export type PageNode = string | PageElement;

export interface PageElement {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

/** A document as the browser shows it. Its pictures and style sheets were loaded by the browser itself. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly title: string;
  readonly language: string | null;
  /** Content of the body. A picture is an `img` whose `data-resource` names its absolute URL. */
  readonly body: readonly PageNode[];
  readonly styleSheets: readonly string[];
  /** Absolute URL to `data:` URL, for the pictures that have arrived. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly exchangeId: string | null;
}

export interface HistoryEntry {
  readonly url: string;
  readonly title: string;
  /** URL of the document that led here; `null` or absent: the user did. A reload asks in its name again. */
  readonly initiator?: string | null;
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
  readonly code:
    | 'invalid-url'
    | 'unsupported-scheme'
    | 'outside-the-lab'
    | 'too-many-redirects'
    | 'aborted'
    | 'connection-refused'
    | 'connection-lost'
    | 'name-not-resolved';
  readonly url: string;
}
