import type { ExchangeContext, Network } from '../browser/network.ts';
import type { Fields, HttpRequest, HttpResponse } from '../http/message.ts';
import { NetworkFailure } from '../http/network-failure.ts';
import { requestOctets, responseOctets } from '../http/wire-text.ts';
import type { Handle, ServerContext } from '../server/context.ts';
import type { CarriedRequest, CarriedResponse, Deliver } from './carried.ts';
import { NotDelivered, type Carrier } from './carrier.ts';
import { ConnectionTable, type Placed } from './connections/connection-table.ts';
import type { CarrierState, InPageReason, ObserveWire } from './events.ts';
import { envelopeOf, gateway } from './gateway.ts';
import { inPageCarrier } from './in-page-carrier.ts';
import { resolveName } from './name-resolution.ts';
import { sealRequest } from './request-envelope.ts';
import { openOutcome } from './response-envelope.ts';
import type { WorkerLocation } from './worker-location.ts';

export interface WireOptions {
  /** All the servers, as one. */
  readonly handle: Handle;
  /** The host names that there are; every name leads to the servers when left out. */
  readonly hosts?: () => ReadonlySet<string>;
  readonly observe: ObserveWire;
  /** Hears what the servers tell of themselves. */
  readonly observeServer?: ServerContext['observe'];
  /** Those of the present timeline; asked for every request. */
  readonly connections?: () => ConnectionTable;
  /** The lab's clock, milliseconds since the epoch, by which connections age. */
  readonly now?: () => number;
  /** Milliseconds that never go backward, real time. */
  readonly monotonicNow?: () => number;
}

/** Between browsers and servers: carries messages by the best carrier there is, and tells how it went. */
export class Wire {
  readonly #options: WireOptions;
  readonly #connections: () => ConnectionTable;
  readonly #deliver: Deliver;
  readonly #now: () => number;
  #carrier: Carrier = inPageCarrier;
  #state: CarrierState = { name: 'in-page', reason: 'not-started-yet' };
  #location: WorkerLocation | null = null;
  /** Counts decisions about the carrier, so that an older one that took long cannot overrule a newer one. */
  #decision = 0;

  constructor(options: WireOptions) {
    this.#options = options;
    const own = new ConnectionTable();
    this.#connections = options.connections ?? (() => own);
    this.#deliver = gateway(options.handle, options.observeServer ?? (() => undefined));
    this.#now = options.monotonicNow ?? (() => performance.now());
  }

  /** Which carrier is in use, and why. */
  get carrier(): CarrierState {
    return this.#state;
  }

  /** Rejects with a `NetworkFailure` where no response arrives, with another error for a bug of a server. */
  readonly network: Network = async (request, context) => {
    if (context.signal?.aborted === true) throw new NetworkFailure('aborted');
    const hosts = this.#options.hosts?.();
    if (hosts !== undefined) resolveName(request.targetUri, hosts);
    const connections = this.#connections();
    const placed = this.#connect(connections, request, context);
    if (!placed.ok) throw new NetworkFailure(placed.code);
    const { connection, timing, fields } = placed;
    const sealed = sealRequest({ exchangeId: context.exchangeId, connection, request });
    const startedAt = this.#now();
    const { carried, carrier } = await this.#carry(sealed, context.signal);
    const tookMs = this.#now() - startedAt;
    connections.received(context.browserId, timing.endedAt);
    const outcome = openOutcome(envelopeOf(carried), carried.body);
    if (outcome.kind === 'failure') throw outcome.failure;
    if (outcome.kind === 'bug') throw outcome.error;
    const response = withFields(outcome.response, fields);
    this.#tellCarried(request, response, context, {
      carrier: carrier.name,
      connectionId: connection.id,
      tookMs,
    });
    return response;
  };

  /**
   * Loads the service worker's carrier and uses it if a probe comes back through it; otherwise stays in
   * the page and says why. Never reloads the page, never rejects.
   */
  async startServiceWorker(location: WorkerLocation): Promise<CarrierState> {
    this.#location = location;
    return this.#choose(location);
  }

  /** Probes once more, as when the page becomes visible again; keeps to what a person chose. */
  async checkAgain(): Promise<CarrierState> {
    if (this.#location === null || this.#state.reason === 'chosen') return this.#state;
    return this.#choose(this.#location);
  }

  /** Stays in the page until `startServiceWorker` is called. */
  useInPage(): void {
    this.#decision += 1;
    this.#stayInPage('chosen');
  }

  /** Closes the connections of one browser, or all: the next request opens another. */
  closeConnections(browserId?: string): void {
    this.#connections().close(browserId);
  }

  #connect(
    connections: ConnectionTable,
    { targetUri }: HttpRequest,
    { exchangeId, browserId }: ExchangeContext,
  ): Placed {
    const startAt = this.#options.now?.() ?? 0;
    const placed = connections.place({ browserId, targetUri, startAt });
    this.#options.observe({ type: 'connected', exchangeId, timing: placed.timing });
    return placed;
  }

  async #choose(location: WorkerLocation): Promise<CarrierState> {
    const decision = ++this.#decision;
    const { startServiceWorkerCarrier } = await import('./service-worker-start.ts');
    const started = await startServiceWorkerCarrier(location);
    if (decision !== this.#decision) return this.#state;
    if (typeof started === 'string') this.#stayInPage(started);
    else this.#use(started, null);
    return this.#state;
  }

  async #carry(
    request: CarriedRequest,
    signal?: AbortSignal,
  ): Promise<{ carried: CarriedResponse; carrier: Carrier }> {
    const carrier = this.#carrier;
    try {
      return { carried: await carrier.carry(request, this.#deliver, signal), carrier };
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      // No server has seen it, so that it can be sent again without happening twice.
      if (this.#carrier === carrier) this.#stayInPage('not-intercepting');
      return {
        carried: await inPageCarrier.carry(request, this.#deliver, signal),
        carrier: inPageCarrier,
      };
    }
  }

  #stayInPage(reason: InPageReason): void {
    this.#use(inPageCarrier, reason);
  }

  #use(carrier: Carrier, reason: InPageReason | null): void {
    this.#carrier = carrier;
    if (this.#state.name === carrier.name && this.#state.reason === reason) return;
    this.#state = { name: carrier.name, reason };
    this.#options.observe({ type: 'carrier-changed', carrier: this.#state });
  }

  #tellCarried(
    request: HttpRequest,
    response: HttpResponse,
    { exchangeId }: ExchangeContext,
    how: {
      readonly carrier: Carrier['name'];
      readonly connectionId: string;
      readonly tookMs: number;
    },
  ): void {
    this.#options.observe({
      type: 'carried',
      exchangeId,
      ...how,
      requestOctets: requestOctets(request),
      responseOctets: responseOctets(response),
    });
  }
}

/** What a server's software adds on the way out, below whoever wrote the response. */
function withFields(response: HttpResponse, fields: Fields): HttpResponse {
  return fields.length === 0 ? response : { ...response, fields: [...response.fields, ...fields] };
}
