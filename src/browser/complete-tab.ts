import { originOf } from '../http/origin.ts';
import type { Page, Tab } from './tab.ts';

/** What pages were kept without before documents had an identity, scripts and frames. */
type Younger = 'id' | 'origin' | 'sandbox' | 'scripts' | 'frames' | 'bodyHandlers' | 'policies';

type OlderPage = Omit<Page, Younger> & Partial<Pick<Page, Younger>>;

/** A tab as it was kept, by this version or by one before it. */
export type KeptTab = Omit<Tab, 'page'> & { readonly page: OlderPage | null };

/** The tab with everything that an older version did not yet keep of its page. */
export function completeTab(tab: KeptTab, nextId: (prefix: string) => string): Tab {
  const { page } = tab;
  if (page === null) return { ...tab, page };
  const { id = nextId('document'), origin = originOf(page.url) } = page;
  const { sandbox = null, scripts = [], frames = [], bodyHandlers = {}, policies = [] } = page;
  const completed = { id, origin, sandbox, scripts, frames, bodyHandlers, policies };
  return { ...tab, page: { ...page, ...completed } };
}
