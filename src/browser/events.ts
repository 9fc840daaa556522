import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { NetworkFailureCode } from '../http/network-failure.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';

/** What made the browser send a request. */
export type RequestCause =
  | 'address-bar'
  | 'link'
  | 'form'
  | 'redirect'
  | 'reload'
  | 'back'
  | 'forward'
  | 'subresource'
  | 'fetch';

export type RequestKind = 'navigation' | 'subresource' | 'fetch' | 'preflight';

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
      readonly code:
        'invalid-url' | 'unsupported-scheme' | 'too-many-redirects' | 'outside-the-lab';
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

export type ObserveBrowser = (event: BrowserEvent) => void;
