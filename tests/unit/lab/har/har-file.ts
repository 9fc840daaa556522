interface Named {
  readonly name: string;
  readonly value: string;
}

export interface EntryDraft {
  /** Milliseconds after the recording's beginning. */
  readonly at?: number;
  readonly took?: number;
  readonly method?: string;
  readonly url?: string;
  readonly sent?: readonly (readonly [string, string])[];
  readonly content?: string;
  readonly status?: number;
  readonly received?: readonly (readonly [string, string])[];
  readonly text?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export const beginning = Date.UTC(2026, 9, 1, 9);

const named = (pairs: readonly (readonly [string, string])[]): Named[] =>
  pairs.map(([name, value]) => ({ name, value }));

/** An entry as Chromium writes it. */
export function entry(draft: EntryDraft = {}): Record<string, unknown> {
  const { at = 0, took = 10, method = 'GET', url = 'https://shop.example/', content } = draft;
  return {
    startedDateTime: new Date(beginning + at).toISOString(),
    time: took,
    request: {
      method,
      url,
      httpVersion: 'http/1.1',
      cookies: [],
      headers: named(draft.sent ?? []),
      queryString: [],
      ...(content !== undefined && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: content },
      }),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: draft.status ?? 200,
      statusText: '',
      httpVersion: 'http/1.1',
      cookies: [],
      headers: named(draft.received ?? []),
      content: { size: (draft.text ?? '').length, mimeType: 'text/html', text: draft.text ?? '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: took, receive: 0, ssl: -1 },
    ...draft.more,
  };
}

export function harText(entries: readonly unknown[], log: Record<string, unknown> = {}): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries,
      ...log,
    },
  });
}

export function recordingOf(...drafts: readonly EntryDraft[]): string {
  return harText(drafts.map(entry));
}
