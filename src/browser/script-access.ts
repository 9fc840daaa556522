import type { CookieAccess } from '../cookies/access.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { ThirdPartyCookies } from '../cookies/partitioned.ts';
import type { Fields } from '../http/message.ts';
import type { Rule } from '../http/rule.ts';
import type {
  CookieStoreDeletion,
  CookieStoreItem,
  CookieStoreSetting,
} from './cookie-store-item.ts';
import type { SubmittedForm } from './navigation.ts';
import type { CredentialsMode } from './planned-request.ts';
import type { Page, PageNode } from './tab.ts';

/**
 * All that script of one document may do, whether the document fills a tab or a frame. What a method
 * gives back is what the script may know: never an HttpOnly value, never a response that CORS keeps
 * from it. Each call is told of in the browser's events. Got by `browser.scriptAccess(documentId)`.
 */
export interface ScriptAccess {
  readonly documentId: string;
  /** `false` once the document has made room for another: nothing that its script does counts any more. */
  readonly isActive: boolean;
  /** The document as it is now; as it was when access was given once it is gone. */
  readonly page: Page;
  /** Whether `cookieStore` and the like are there at all (Secure Contexts §3): it and all above it are trustworthy. */
  readonly isSecureContext: boolean;

  /** What `document.cookie` gives. */
  readCookie(): ScriptResult<string>;
  /** An assignment to `document.cookie`. A rejected cookie is no error: script is not told. */
  writeCookie(text: string): ScriptResult<undefined>;
  /** What a script in another thread needs to decide for itself, synchronously, what `document.cookie` would be. */
  cookieMirror(): ScriptResult<CookieMirror>;
  readonly cookieStore: ScriptCookieStore;

  storage(kind: StorageKind): ScriptResult<ScriptStorage>;

  fetch(url: string, init?: ScriptFetchInit): Promise<ScriptResult<ScriptResponse>>;
  /** `new Image().src = url`. Whether a picture arrived. */
  loadImage(url: string): Promise<boolean>;

  /** `location = url`: in the name of this document, without user activation. */
  navigate(url: string, options?: { readonly replace?: boolean }): Promise<void>;
  /** `location.reload()`. */
  reload(): Promise<void>;
  /** `history.go(distance)`. */
  travel(distance: number): Promise<void>;
  /** `form.submit()`. */
  submitForm(form: SubmittedForm): Promise<void>;

  /** Puts other nodes into the document's body, as far as a page may have them. */
  writeBody(body: readonly PageNode[]): void;
  writeTitle(title: string): void;
}

export type ScriptResult<Value> = { readonly ok: true; readonly value: Value } | ScriptRefusal;

/** Why script may not do something, and what it is told: the name of the exception. */
export interface ScriptRefusal {
  readonly ok: false;
  readonly code: ScriptRefusalCode;
  readonly exception: 'SecurityError' | 'TypeError' | 'QuotaExceededError' | 'InvalidStateError';
  readonly rule: Rule;
  readonly values: Readonly<Record<string, string | number>>;
  /** The exchange whose response script may not read; absent where there was none. */
  readonly exchangeId?: string;
}

export type ScriptRefusalCode =
  'document-gone' | 'opaque-origin' | 'quota-exceeded' | CookieStoreRefusalCode | FetchRefusalCode;

/** Why `cookieStore` refused (Cookie Store API §3). */
export type CookieStoreRefusalCode =
  | 'not-a-secure-context'
  | 'nothing-asked-for'
  | 'foreign-url'
  | 'name-with-equals-sign'
  | 'forbidden-character'
  | 'nameless-with-equals-sign'
  | 'nameless-without-value'
  | 'nameless-with-prefix'
  | 'http-prefix'
  | 'host-prefix-with-domain'
  | 'host-prefix-with-path'
  | 'domain-with-leading-dot'
  | 'domain-mismatch'
  | 'path-not-absolute'
  | 'cookie-too-large'
  | 'attribute-too-large'
  | 'expires-and-max-age'
  | 'cookie-rejected';

/** Why `fetch` gave nothing to read (Fetch §4). */
export type FetchRefusalCode =
  | 'invalid-url'
  | 'url-with-credentials'
  | 'unsupported-scheme'
  | 'outside-the-lab'
  | 'mixed-content'
  | 'blocked-by-policy'
  | 'invalid-method'
  | 'forbidden-method'
  | 'get-with-content'
  | 'not-same-origin'
  | 'no-cors-method'
  | 'no-cors-redirect'
  | 'preflight-status'
  | 'preflight-redirected'
  | 'allow-methods-unreadable'
  | 'allow-headers-unreadable'
  | 'method-not-allowed'
  | 'field-not-allowed'
  | 'allow-origin-missing'
  | 'allow-origin-several'
  | 'allow-origin-other'
  | 'allow-origin-wildcard-with-credentials'
  | 'allow-credentials-missing'
  | 'redirect-forbidden'
  | 'redirect-with-credentials'
  | 'too-many-redirects'
  | 'network-failure';

/** The cookies that script may know of; those that are HttpOnly without their values. */
export interface CookieMirror {
  readonly cookies: readonly Cookie[];
  /** As the jar is asked; `now` is the moment of the mirror. */
  readonly access: CookieAccess;
  readonly thirdPartyCookies: ThirdPartyCookies;
}

/** `cookieStore` (Cookie Store API §3). */
export interface ScriptCookieStore {
  /** The first cookie of that name; `null` where there is none. */
  get(query: CookieStoreQuery): ScriptResult<CookieStoreItem | null>;
  getAll(query?: CookieStoreQuery): ScriptResult<readonly CookieStoreItem[]>;
  set(setting: CookieStoreSetting): ScriptResult<undefined>;
  delete(deletion: CookieStoreDeletion): ScriptResult<undefined>;
}

export interface CookieStoreQuery {
  readonly name?: string;
  readonly url?: string;
}

export type StorageKind = 'local' | 'session';

/** `localStorage` or `sessionStorage` of a document's storage key (HTML §12.2). */
export interface ScriptStorage {
  /** In the order in which the keys were first set. */
  entries(): readonly (readonly [key: string, value: string])[];
  getItem(key: string): string | null;
  setItem(key: string, value: string): ScriptResult<undefined>;
  removeItem(key: string): void;
  clear(): void;
}

export interface ScriptFetchInit {
  readonly method?: string;
  readonly fields?: Fields;
  /** `null`: no content at all. */
  readonly content?: string | null;
  readonly mode?: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials?: CredentialsMode;
  readonly redirect?: 'follow' | 'error' | 'manual';
}

/** What script sees of a response (Fetch §2.2.6, filtered responses). */
export interface ScriptResponse {
  readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect';
  readonly url: string;
  readonly redirected: boolean;
  /** 0 for an opaque one. */
  readonly status: number;
  readonly fields: Fields;
  readonly content: string;
}
