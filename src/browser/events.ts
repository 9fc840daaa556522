import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { NetworkFailureCode } from '../http/network-failure.ts';
import type { Rule } from '../http/rule.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';
import type {
  EmbeddedDestination,
  EmbeddingRefusalCode,
  ResourceRefusalCode,
} from './embedding-rules.ts';

/** What made the browser send a request. */
export type RequestCause =
  | 'address-bar'
  | 'link'
  | 'form'
  | 'redirect'
  | 'reload'
  | 'back'
  | 'forward'
  /** A picture, a style sheet or a script of a page. */
  | 'subresource'
  /** A frame of a page that has just been loaded. */
  | 'frame'
  /** Script that sets `location` or submits a form. */
  | 'script'
  | 'fetch'
  | 'preflight'
  /** A browser that takes up its last session again. */
  | 'restore';

/** What a request is for; `navigation` is that of a tab, `frame` that of a frame. */
export type RequestKind = 'navigation' | 'frame' | 'subresource' | 'fetch' | 'preflight';

/** Why no request was made, or none any more. */
export type NavigationRefusalCode =
  | 'invalid-url'
  | 'unsupported-scheme'
  | 'too-many-redirects'
  | 'outside-the-lab'
  /** What a frame may not show for the sake of the documents above it. */
  | EmbeddingRefusalCode
  /** A frame within itself, or within too many others. */
  | 'frame-too-deep'
  /** The `sandbox` attribute of a frame does not allow it (HTML §7.1.5). */
  | 'sandboxed'
  /** Script may open a tab, or lead the tab of another origin away, only after the user has acted (Chromium). */
  | 'needs-user-activation'
  /** To go back to it would mean to send the form again: a reload does so. */
  | 'form-resubmission';

/** What a browser tells of itself, in the order in which it happens. */
export type BrowserEvent =
  | {
      readonly type: 'request-sent';
      readonly exchangeId: string;
      readonly browserId: string;
      readonly tabId: string;
      readonly kind: RequestKind;
      readonly cause: RequestCause;
      /** The exchange that led to this one: the redirect before it, or the page that embeds it. */
      readonly parentId: string | null;
      readonly request: HttpRequest;
      /** The jar's decisions about every cookie it looked at for this request. */
      readonly cookies: Retrieval;
    }
  | {
      readonly type: 'response-received';
      readonly exchangeId: string;
      readonly browserId: string;
      readonly response: HttpResponse;
      /** One decision a `Set-Cookie` field, in order. */
      readonly setCookies: readonly SetCookieDecision[];
    }
  | {
      readonly type: 'exchange-failed';
      readonly exchangeId: string;
      readonly browserId: string;
      readonly failure: NetworkFailureCode;
    }
  | {
      readonly type: 'navigation-refused';
      readonly browserId: string;
      readonly tabId: string;
      readonly url: string;
      readonly code: NavigationRefusalCode;
    }
  | {
      readonly type: 'page-shown';
      readonly browserId: string;
      readonly tabId: string;
      readonly exchangeId: string | null;
      readonly url: string;
      readonly status: number;
      readonly title: string;
    }
  | {
      readonly type: 'frame-shown';
      readonly browserId: string;
      readonly tabId: string;
      readonly frameId: string;
      readonly documentId: string;
      readonly exchangeId: string;
      readonly url: string;
      /** `null` as text for a sandboxed one. */
      readonly origin: string;
      readonly topLevelUrl: string;
    }
  | (OfDocument & {
      /** Something that the document embeds was not asked for, or not where a redirect led; no exchange tells of it. */
      readonly type: 'resource-blocked';
      readonly destination: EmbeddedDestination;
      readonly resourceUrl: string;
      readonly code: ResourceRefusalCode;
      readonly rule: Rule;
      readonly values: Readonly<Record<string, string | number>>;
    })
  | (OfDocument & {
      /** A picture was asked for by TLS where the document names an address without it. */
      readonly type: 'resource-upgraded';
      /** As the document, or a redirect, names it. */
      readonly resourceUrl: string;
      readonly rule: Rule;
    })
  | {
      /** The browser knows that the host wants to be visited by TLS alone: nothing left without it. */
      readonly type: 'request-upgraded';
      readonly browserId: string;
      readonly tabId: string;
      /** As it was asked for. */
      readonly url: string;
      /** The host whose wish it is: the one asked for, or one above it. */
      readonly host: string;
      readonly rule: Rule;
    }
  | {
      /** A server wants to be visited by TLS alone, or no longer insists: `expiryTime` is over at once. */
      readonly type: 'strict-transport-noted';
      readonly exchangeId: string;
      readonly browserId: string;
      readonly host: string;
      readonly includeSubDomains: boolean;
      readonly expiryTime: number;
    }
  | {
      /** By `document.cookie` or `cookieStore`; what was decided about each cookie is for the learner only. */
      readonly type: 'script-read-cookies';
      readonly browserId: string;
      readonly tabId: string;
      readonly documentId: string;
      readonly url: string;
      readonly api: ScriptCookieApi;
      readonly cookies: Retrieval;
    }
  | {
      readonly type: 'script-wrote-cookie';
      readonly browserId: string;
      readonly tabId: string;
      readonly documentId: string;
      readonly url: string;
      readonly api: ScriptCookieApi;
      readonly decision: SetCookieDecision;
    }
  | {
      /** The jar was not even asked. */
      readonly type: 'script-refused';
      readonly browserId: string;
      readonly tabId: string;
      readonly documentId: string;
      readonly url: string;
      readonly api: ScriptApi;
      readonly code: string;
      readonly rule: Rule;
      readonly values: Readonly<Record<string, string | number>>;
      /** The exchange whose response script may not read; absent where there was none. */
      readonly exchangeId?: string;
    }
  | {
      readonly type: 'script-changed-storage';
      readonly browserId: string;
      readonly tabId: string;
      readonly documentId: string;
      readonly url: string;
      readonly api: 'localStorage' | 'sessionStorage';
      readonly origin: string;
      /** `null`: all of them are gone. */
      readonly key: string | null;
      /** `null`: it is gone. */
      readonly value: string | null;
    }
  | {
      /** The learner, not script, changed what is stored (as one does in DevTools). */
      readonly type: 'storage-edited';
      readonly browserId: string;
      readonly kind: 'local' | 'session';
      readonly origin: string;
      /** `null`: all of them are gone. */
      readonly key: string | null;
      /** `null`: it is gone. */
      readonly value: string | null;
    }
  | ScriptRunEvent
  | {
      /** The learner, not a message, changed the jar (as one does in DevTools). */
      readonly type: 'cookie-edited';
      readonly browserId: string;
      readonly cookie: Cookie;
      readonly previous: Cookie | null;
    }
  | {
      readonly type: 'cookie-removed';
      readonly browserId: string;
      readonly cookie: Cookie;
      readonly why: 'by-hand' | 'expired' | 'browser-closed' | 'evicted';
    }
  | { readonly type: 'browser-closed'; readonly browserId: string }
  | { readonly type: 'browser-opened'; readonly browserId: string };

interface OfDocument {
  readonly browserId: string;
  readonly tabId: string;
  readonly documentId: string;
  readonly url: string;
}

/** Where script came from: typed into the console, standing in the page, or the address of its file. */
export type ScriptSource = 'console' | 'page' | (string & {});

/** What became of script as such, whatever else it did. */
export type ScriptRunEvent =
  | (OfDocument & {
      readonly type: 'script-logged';
      /** `input` is a line typed into the console, `result` what came of it. */
      readonly level: 'input' | 'result' | 'log' | 'info' | 'warn' | 'error' | 'debug';
      readonly source: ScriptSource;
      readonly text: string;
    })
  | (OfDocument & {
      /** An exception that nobody caught. */
      readonly type: 'script-failed';
      readonly source: ScriptSource;
      readonly text: string;
    })
  | (OfDocument & {
      /** A script of the page, or a handler in it, that was not run. */
      readonly type: 'script-blocked';
      readonly code: 'blocked-by-policy' | 'module-not-run';
      readonly rule: Rule;
      /** With the `directive` and its `sources` where a policy decided. */
      readonly values: Readonly<Record<string, string | number>>;
      readonly source: ScriptSource;
      /** Its text, or the beginning of it; empty where it was not even loaded. */
      readonly text: string;
    })
  | (OfDocument & {
      /** The browser ended it; all that it had declared is gone. */
      readonly type: 'script-stopped';
      readonly reason: 'too-long' | 'too-many-messages' | 'not-a-message' | 'not-started';
    });

export type ScriptCookieApi = 'document.cookie' | 'cookieStore';

export type ScriptApi = ScriptCookieApi | 'localStorage' | 'sessionStorage' | 'fetch' | 'Image';

export type ObserveBrowser = (event: BrowserEvent) => void;
