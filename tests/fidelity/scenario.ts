import type {
  CookieStoreDeletion,
  CookieStoreSetting,
} from '../../src/browser/cookie-store-item.ts';
import type { CredentialsMode } from '../../src/browser/planned-request.ts';
import type { ScriptFetchInit } from '../../src/browser/script-access.ts';

/** One answer: cookies, and for `fetch` the fields of CORS, in which `{origin}` is the one that asks. */
interface Hop {
  /** Absolute, without a query: the query is the runner's, it carries the key. */
  readonly url: string;
  readonly setCookies: readonly string[];
  readonly cors?: readonly (readonly [name: string, value: string])[];
}

/** What a server at one address answers, perhaps after redirects that set cookies too. */
export interface Target extends Hop {
  /** Followed before the address above is reached; the first is where the request goes. */
  readonly redirects: readonly Redirect[];
}

export interface Redirect extends Hop {
  readonly status: 301 | 302 | 303 | 307 | 308;
}

export interface PageTarget extends Target {
  /** One at most: of several, it is chance whose cookies come first. */
  readonly embeds: Embedded | null;
}

export type Resource = 'image' | 'style' | 'script';

export type Embedded =
  | { readonly as: Resource; readonly target: Target }
  /** `sandbox`: value of that attribute. */
  | { readonly as: 'frame'; readonly sandbox: string | null; readonly page: PageTarget };

/** Where links and forms stand: 0 the page itself, 1 the document in its frame, 2 that in the frame of that one… */
type Depth = number;

/** What the user does, or script of a document; after `_blank` in the new tab. */
export type Step =
  | { readonly by: 'address'; readonly page: PageTarget }
  | {
      readonly by: 'link' | 'get-form' | 'post-form' | 'location';
      readonly depth: Depth;
      readonly into: 'itself' | '_top' | '_blank';
      readonly page: PageTarget;
    }
  | { readonly by: 'reload' | 'back' | 'forward' }
  | { readonly by: 'script'; readonly depth: Depth; readonly call: ScriptCall };

export type ScriptCall =
  | { readonly api: 'document.cookie'; readonly text: string }
  | {
      readonly api: 'fetch';
      readonly target: Target;
      readonly method: string;
      readonly mode: NonNullable<ScriptFetchInit['mode']>;
      readonly credentials: CredentialsMode;
      readonly redirect: NonNullable<ScriptFetchInit['redirect']>;
      readonly fields: readonly (readonly [name: string, value: string])[];
      readonly content: string | null;
    }
  | { readonly api: 'cookieStore.get'; readonly name: string }
  | { readonly api: 'cookieStore.getAll'; readonly name: string | null }
  | { readonly api: 'cookieStore.set'; readonly setting: CookieStoreSetting }
  | { readonly api: 'cookieStore.delete'; readonly deletion: CookieStoreDeletion };

/** A visit to several sites, told so that it can be pasted into the list of named cases. */
export type Scenario = readonly Step[];
