import type { Exchange } from '../../../lab/exchange.ts';
import { pageLoadOf, type PageLoad } from '../../../lab/page-load.ts';
import type { ExchangeTiming } from '../../../wire/connections/timing.ts';
import { shopPages } from '../../observations.ts';
import type { Evidence } from '../../step.ts';

/** A page of the shop with all that was loaded for it. */
export interface Load extends PageLoad {
  readonly page: Exchange;
  /** Of the request for the page itself. */
  readonly timing: ExchangeTiming;
}

/** The pages that were loaded to their end since the step began, oldest first. */
export function loadsIn(evidence: Evidence): readonly Load[] {
  const { lab } = evidence;
  if (lab.busy) return [];
  return shopPages(evidence).flatMap((page) => {
    const load = pageLoadOf(lab.exchanges, page.id);
    return load === null || page.timing === null ? [] : [{ ...load, page, timing: page.timing }];
  });
}

/** A page with pictures: enough requests to see what becomes of connections. */
export function hasPictures({ exchanges }: Load): boolean {
  return exchanges.length >= 5;
}
