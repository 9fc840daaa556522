/** What a server at one address answers: cookies, perhaps after redirects that set cookies too. */
export interface Target {
  /** Absolute, without a query: the query is the runner's, it carries the key. */
  readonly url: string;
  readonly setCookies: readonly string[];
  /** Followed before the address above is reached; the first is where the request goes. */
  readonly redirects: readonly Redirect[];
}

export interface Redirect {
  readonly status: 301 | 302 | 303 | 307 | 308;
  readonly url: string;
  readonly setCookies: readonly string[];
}

export interface PageTarget extends Target {
  /** One at most: of several, it is chance whose cookies come first. */
  readonly image: Target | null;
}

/** What the user does in the one tab. */
export type Step =
  | { readonly by: 'address' | 'link' | 'get-form' | 'post-form'; readonly page: PageTarget }
  | { readonly by: 'reload' };

/** A visit to several sites, told so that it can be pasted into the list of named cases. */
export type Scenario = readonly Step[];
