import { FORM_MEDIA_TYPE, formContent, type FormEntry } from '../http/form-content.ts';
import type { CheckedAddress } from './address.ts';
import type { DocumentPlace, FramePlace } from './document-place.ts';
import type { RequestCause } from './events.ts';
import type { PlannedRequest } from './planned-request.ts';
import { referrerOf } from './referrer.ts';

/** A way to a new document in a tab or a frame. */
export interface Navigation {
  readonly to: CheckedAddress;
  readonly method: 'GET' | 'POST';
  readonly content: string;
  readonly cause: RequestCause;
  /** The document that leads there; `null` for what the user does with the browser itself. */
  readonly source: NavigationSource | null;
  readonly userActivated: boolean;
  /** Index of the history entry that it renews; `null`: it makes a new one. Frames have no entries. */
  readonly entryIndex: number | null;
}

/** The document whose link, form or script leads to another. */
export interface NavigationSource {
  readonly origin: string;
  /** What `Referer` is made of. */
  readonly referrer: string | null;
}

export interface SubmittedForm {
  readonly action: string;
  readonly method: string;
  readonly entries: readonly FormEntry[];
  /** `_self` where it is not said. */
  readonly target?: string;
}

/** The document as the source of a navigation. */
export function sourceOf({ page }: DocumentPlace): NavigationSource {
  return { origin: page.origin, referrer: referrerOf(page) };
}

/** What a form sends: its entries as the query of a GET, as the content of a POST (HTML, form submission). */
export function formTarget({
  action,
  method,
  entries,
}: SubmittedForm): Pick<Navigation, 'method' | 'content'> & { url: string } {
  const content = formContent(entries);
  if (method.toUpperCase() === 'POST') return { method: 'POST', url: action, content };
  const url = URL.parse(action);
  if (!url) return { method: 'GET', url: action, content: '' };
  url.search = content;
  return { method: 'GET', url: url.href, content: '' };
}

/** The first request of a navigation; `frame`: where it leads, `null` for a tab. */
export function navigationRequest(
  { method, content, cause, source, userActivated }: Navigation,
  url: string,
  frame: FramePlace | null,
): PlannedRequest {
  return {
    url,
    method,
    content,
    fields: method === 'POST' ? [['Content-Type', FORM_MEDIA_TYPE]] : [],
    kind: frame === null ? 'navigation' : 'frame',
    cause,
    destination: frame === null ? 'document' : 'iframe',
    mode: 'navigate',
    credentials: 'include',
    initiator: source?.origin ?? null,
    referrer: source?.referrer ?? null,
    origin: source?.origin ?? 'null',
    redirectChain: [],
    topLevelUrl: frame?.ancestors[0]?.url ?? null,
    frameAncestors: frame?.ancestors.slice(1).map(({ origin }) => origin) ?? [],
    userActivated,
    parentId: cause === 'frame' ? (frame?.ancestors.at(-1)?.exchangeId ?? null) : null,
  };
}
