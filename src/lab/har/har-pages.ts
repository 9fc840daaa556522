import type { Exchange } from '../exchange.ts';
import type { LogEntry } from '../log.ts';
import type { HarPage } from './har.ts';

export interface Pages {
  readonly pages: readonly HarPage[];
  /** Identifier of the page to which an exchange belongs, by the exchange's. */
  readonly pageOf: ReadonlyMap<string, string>;
}

/** A page begins with each navigation of a tab, redirects included; what the tab asks for after it is the page's. */
export function pagesOf(exchanges: readonly Exchange[], log: readonly LogEntry[]): Pages {
  const titles = titlesIn(log);
  const pages: HarPage[] = [];
  const pageOf = new Map<string, string>();
  const current = new Map<string, number>();
  for (const exchange of exchanges) {
    const { id, tabId, kind, cause, startedAt, request } = exchange;
    if (kind === 'navigation' && cause !== 'redirect') {
      current.set(tabId, pages.length);
      pages.push({
        id: `page_${String(pages.length + 1)}`,
        startedDateTime: new Date(startedAt).toISOString(),
        title: request.targetUri,
        pageTimings: { onContentLoad: -1, onLoad: -1 },
      });
    }
    const index = current.get(tabId);
    const page = index === undefined ? undefined : pages[index];
    if (index === undefined || page === undefined) continue;
    pageOf.set(id, page.id);
    const title = titles.get(id);
    if (title !== undefined && kind === 'navigation') pages[index] = { ...page, title };
  }
  return { pages, pageOf };
}

function titlesIn(log: readonly LogEntry[]): ReadonlyMap<string, string> {
  return new Map(
    log.flatMap(({ event }) =>
      event.type === 'page-shown' && event.exchangeId !== null && event.title !== ''
        ? [[event.exchangeId, event.title] as const]
        : [],
    ),
  );
}
