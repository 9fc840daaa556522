import type { Exchange } from '../../lab/exchange.ts';

/** One row of the diagram: an exchange, the sub-resources that were loaded for it, and its CORS preflight. */
export interface ExchangeRow {
  readonly exchange: Exchange;
  readonly folded: readonly Exchange[];
}

export interface ExchangeRows {
  /** Oldest first, each redirect right after what caused it. */
  readonly rows: readonly ExchangeRow[];
  /** How many exchanges lie before the first row. */
  readonly earlier: number;
}

/**
 * The last rows of a log, at most `limit`. Reads the log from its end and no further than needed, so that
 * a long log costs no more than a short one.
 */
export function lastRows(exchanges: readonly Exchange[], limit: number): ExchangeRows {
  const mains: Exchange[] = [];
  const foldedBy = new Map<string, Exchange[]>();
  let index = exchanges.length;
  while (index > 0 && mains.length < limit) {
    index -= 1;
    const exchange = exchanges[index];
    if (exchange === undefined) break;
    const into = foldsInto(exchange, mains, foldedBy);
    if (into !== null) fold(foldedBy, into, exchange);
    else mains.unshift(exchange);
  }
  const rows = redirectsAfterCause(mains).map((exchange) =>
    rowOf(exchange, foldedBy.get(exchange.id) ?? []),
  );
  return { rows, earlier: index };
}

const made = new WeakMap<Exchange, ExchangeRow>();

/** The same record as long as nothing in the row has changed, so that it need not be drawn anew. */
function rowOf(exchange: Exchange, folded: readonly Exchange[]): ExchangeRow {
  const known = made.get(exchange);
  if (known?.folded.length === folded.length && known.folded.every((one, at) => one === folded[at]))
    return known;
  const row = { exchange, folded };
  made.set(exchange, row);
  return row;
}

/** The rows of those that are folded into one, when it is unfolded. */
export function rowsWithin({ folded }: ExchangeRow): readonly ExchangeRow[] {
  return folded.map((exchange) => rowOf(exchange, []));
}

/**
 * The exchange under which another one is shown: a sub-resource's page; of a preflight (Fetch, CORS-preflight
 * fetch) the request for which it asked. One whose request was never made stands alone.
 */
function foldsInto(
  { kind, parentId, tabId, request }: Exchange,
  later: readonly Exchange[],
  foldedBy: ReadonlyMap<string, readonly Exchange[]>,
): string | null {
  if (kind === 'subresource') return parentId;
  if (kind !== 'preflight') return null;
  const asked = later.find(
    (one) =>
      one.kind === 'fetch' &&
      one.tabId === tabId &&
      one.request.targetUri === request.targetUri &&
      !foldedBy.has(one.id),
  );
  return asked?.id ?? null;
}

function fold(foldedBy: Map<string, Exchange[]>, parentId: string, exchange: Exchange): void {
  const siblings = foldedBy.get(parentId);
  if (siblings) siblings.unshift(exchange);
  else foldedBy.set(parentId, [exchange]);
}

function redirectsAfterCause(exchanges: readonly Exchange[]): Exchange[] {
  const ids = new Set(exchanges.map(({ id }) => id));
  const followers = new Map<string | null, Exchange[]>();
  for (const exchange of exchanges) {
    const { cause, parentId } = exchange;
    const after = cause === 'redirect' && parentId !== null && ids.has(parentId) ? parentId : null;
    const siblings = followers.get(after);
    if (siblings) siblings.push(exchange);
    else followers.set(after, [exchange]);
  }
  const chain = (exchange: Exchange): Exchange[] => [
    exchange,
    ...(followers.get(exchange.id) ?? []).flatMap(chain),
  ];
  return (followers.get(null) ?? []).flatMap(chain);
}
