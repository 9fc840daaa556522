import type { BrowserState } from '../browser/browser-state.ts';
import type { Tab } from '../browser/tab.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { SessionRecord } from '../server/sessions/session-record.ts';
import type { ShopSettings } from '../server/shop/settings.ts';
import type { Exchange } from './exchange.ts';
import { exchangeIdOf, joinExchange } from './join-exchange.ts';
import type { LabSnapshot } from './snapshot.ts';

/** What the first page shows of a lab. A `Lab` is one; so is the sight of a lab that is not running. */
export interface LabSight {
  readonly browser: {
    readonly open: boolean;
    readonly activeTab: Tab | null;
    readonly jar: { readonly all: () => readonly Cookie[] };
  };
  /** Oldest first. */
  readonly exchanges: readonly Exchange[];
  readonly sessions: readonly SessionRecord[];
  readonly settings: Pick<ShopSettings, 'remember'>;
  readonly knownSecrets: ReadonlySet<string>;
}

/** The sight of a lab in which nobody holds a key yet, read from its snapshot: nothing of a lab has to run. */
export function firstSightOf({ browserId, remembered, log }: LabSnapshot): LabSight {
  const values = <Value>(name: string) =>
    new Map((remembered[name] ?? []) as readonly (readonly [string, Value])[]);
  const state = values<BrowserState>('browser/state').get(browserId);
  const settings = values<ShopSettings>('shop/settings').get('shop');
  if (state === undefined || settings === undefined) throw new Error('the first sight lacks parts');
  const cookies = [...values<Cookie>(`browser/${browserId}/cookies`).values()];
  return {
    browser: {
      open: state.open,
      activeTab: values<Tab>(`browser/${browserId}/tabs`).get(state.activeTabId ?? '') ?? null,
      jar: { all: () => cookies },
    },
    exchanges: joined(log),
    sessions: [...values<SessionRecord>('shop/sessions').values()],
    settings,
    knownSecrets: new Set(),
  };
}

function joined(log: LabSnapshot['log']): readonly Exchange[] {
  const exchanges = new Map<string, Exchange>();
  for (const entry of log) {
    const id = exchangeIdOf(entry.event);
    const exchange = id === null ? undefined : joinExchange(exchanges.get(id), entry);
    if (exchange) exchanges.set(exchange.id, exchange);
  }
  return [...exchanges.values()];
}
