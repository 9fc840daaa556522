import { NetworkFailure } from '../http/network-failure.ts';
import type { ServerContext, Handle } from '../server/context.ts';
import {
  ENVELOPE_HEADER,
  type CarriedRequest,
  type CarriedResponse,
  type Deliver,
} from './carried.ts';
import { EnvelopeError } from './envelope-error.ts';
import { openRequest } from './request-envelope.ts';
import { sealOutcome, type Outcome } from './response-envelope.ts';

/** The servers' end of both carriers: opens the envelope, lets the server handle, closes the next one. */
export function gateway(handle: Handle, observe: ServerContext['observe']): Deliver {
  return async (carried) => {
    const outcome = await outcomeOf(() => handled(carried, handle, observe));
    try {
      return sealOutcome(outcome, carried.method);
    } catch (error) {
      return sealOutcome({ kind: 'bug', error: asError(error) }, carried.method);
    }
  };
}

/** The envelope of a carried message, whoever wrote its headers. */
export function envelopeOf({ headers }: Pick<CarriedRequest | CarriedResponse, 'headers'>): string {
  const header = headers.find(([name]) => name === ENVELOPE_HEADER);
  if (header === undefined) throw new EnvelopeError('message without an envelope');
  return header[1];
}

async function handled(
  carried: CarriedRequest,
  handle: Handle,
  observe: ServerContext['observe'],
): Promise<Outcome> {
  const { exchangeId, connection, request } = openRequest(envelopeOf(carried), carried.body ?? '');
  return { kind: 'response', response: await handle(request, { exchangeId, connection, observe }) };
}

async function outcomeOf(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return error instanceof NetworkFailure
      ? { kind: 'failure', failure: error }
      : { kind: 'bug', error: asError(error) };
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
