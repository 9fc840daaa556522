import type { Fields } from '../http/message.ts';
import type { RequestCause, RequestKind } from './events.ts';

/** What the answer is for (Fetch, "destination"). */
export type Destination = 'document' | 'iframe' | 'image' | 'style' | 'script' | 'empty';

export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/** How the answer may be used (Fetch, "mode"). */
export type RequestMode = 'navigate' | 'no-cors' | 'cors' | 'same-origin';

/** A request that the browser is about to make, with all that decides its fields and its cookies. */
export interface PlannedRequest {
  /** Absolute; a fragment stays with the browser and is never sent. */
  readonly url: string;
  readonly method: string;
  /** Fields that the caller asked for: those of `fetch`, the media type of a form. */
  readonly fields: Fields;
  readonly content: string;
  readonly kind: RequestKind;
  readonly cause: RequestCause;
  readonly destination: Destination;
  readonly mode: RequestMode;
  readonly credentials: CredentialsMode;
  /** Origin of the document that asks; `null` when the user does. */
  readonly initiator: string | null;
  /** What `Referer` is made of; `null` for none. */
  readonly referrer: string | null;
  /** Serialized origin of who asks, for `Origin`: `null` as text once redirects have tainted it. */
  readonly origin: string;
  /** URLs that redirected here, oldest first. */
  readonly redirectChain: readonly string[];
  /** URL of the document at the top; `null` for a top-level navigation. */
  readonly topLevelUrl: string | null;
  /** Origins of the documents below the top on the way to the one that asks, or that holds the frame. */
  readonly frameAncestors: readonly string[];
  /** Whether the user has led there, by a click or by the browser itself; only told of navigations. */
  readonly userActivated: boolean;
  /** The exchange that led to this one. */
  readonly parentId: string | null;
}
