import type { Rule } from '../http/rule.ts';
import type { ServerContext } from './context.ts';
import type { SessionChange, TraceStep } from './events.ts';
import type { RefreshChange, RefreshRecord } from './api/refresh-record.ts';
import type { SessionRecord } from './sessions/session-record.ts';
import type { TraceCode, TraceValues } from './trace-codes.ts';

/** The longest value worth telling: a learner may send anything. */
const longest = 200;

/** Tells, step by step, what the handler of one request does. `source` is `path-below-src#marker`. */
export class Trace {
  readonly #context: ServerContext;
  readonly #host: string;

  constructor(context: ServerContext, host: string) {
    this.#context = context;
    this.#host = host;
  }

  done<Code extends TraceCode>(code: Code, source: string, values: TraceValues<Code>): void {
    this.#tell({ code, values: shortened(values), outcome: 'done', source });
  }

  /** The step at which the request, or what it brought along, was turned down. */
  refused<Code extends TraceCode>(
    code: Code,
    source: string,
    rule: Rule,
    values: TraceValues<Code>,
  ): void {
    this.#tell({ code, values: shortened(values), outcome: 'refused', source, rule });
  }

  /** A check that had to be made, and was not; the rule is the one that is broken. */
  careless<Code extends TraceCode>(
    code: Code,
    source: string,
    rule: Rule,
    values: TraceValues<Code>,
  ): void {
    this.#tell({ code, values: shortened(values), outcome: 'careless', source, rule });
  }

  sessionChanged(
    change: SessionChange,
    record: SessionRecord,
    previous: SessionRecord | null,
  ): void {
    const { exchangeId } = this.#context;
    this.#context.observe({ type: 'session-changed', exchangeId, change, record, previous });
  }

  refreshTokenChanged(change: RefreshChange, record: RefreshRecord, token: string | null): void {
    const { exchangeId } = this.#context;
    this.#context.observe({ type: 'refresh-token-changed', exchangeId, change, record, token });
  }

  orderPlaced(userId: string, orderId: string, total: number): void {
    this.#context.observe({
      type: 'order-placed',
      exchangeId: this.#context.exchangeId,
      userId,
      orderId,
      total,
    });
  }

  #tell(step: TraceStep): void {
    this.#context.observe({
      type: 'trace',
      exchangeId: this.#context.exchangeId,
      host: this.#host,
      step,
    });
  }
}

function shortened(
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string | number>;
}
