import { FORM_MEDIA_TYPE, formContent, type FormEntry } from '../http/form-content.ts';
import { originOf } from '../http/origin.ts';
import type { CheckedAddress } from './address.ts';
import type { RequestCause } from './events.ts';
import type { PlannedRequest } from './planned-request.ts';

/** A way to a new document in a tab. */
export interface Navigation {
  readonly to: CheckedAddress;
  readonly method: 'GET' | 'POST';
  readonly content: string;
  readonly cause: RequestCause;
  /** URL of the document whose link or form it is; `null` for what the user does with the browser itself. */
  readonly initiator: string | null;
  /** Index of the history entry that it renews; `null`: it makes a new one. */
  readonly entryIndex: number | null;
}

export interface SubmittedForm {
  readonly action: string;
  readonly method: string;
  readonly entries: readonly FormEntry[];
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

/** The first request of a navigation. */
export function navigationRequest(
  { method, content, cause, initiator }: Navigation,
  url: string,
): PlannedRequest {
  return {
    url,
    method,
    content,
    fields: method === 'POST' ? [['Content-Type', FORM_MEDIA_TYPE]] : [],
    kind: 'navigation',
    cause,
    destination: 'document',
    credentials: 'include',
    initiator,
    referrer: initiator,
    origin: initiator === null ? 'null' : originOf(initiator),
    redirectChain: [],
    topLevelUrl: null,
    parentId: null,
  };
}
