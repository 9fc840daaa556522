import type { Field } from '../../http/message.ts';
import { exchange, type Surroundings } from '../exchange.ts';
import type { Flight } from '../flight.ts';
import type { PlannedRequest } from '../planned-request.ts';
import type { ScriptRefusal } from '../script-access.ts';
import { networkFailure } from '../script-refusal.ts';
import { readPreflightAnswer, refuseByAnswer } from './preflight-answer.ts';
import { isSafelistedMethod, unsafeFieldNames } from './safelisted-request.ts';

/** Asks the server, where that is needed, whether the request may be sent at all (Fetch §4.8); `null` when it may. */
export async function preflight(
  surroundings: Surroundings,
  request: PlannedRequest,
  flight: Flight,
): Promise<ScriptRefusal | null> {
  const { preflights, now } = surroundings;
  const names = unsafeFieldNames(request.fields);
  if (names.length === 0 && isSafelistedMethod(request.method)) return null;
  if (preflights.allows(request, names, now())) return null;
  const outcome = await exchange(surroundings, preflightRequest(request, names), flight);
  if (!outcome.ok) return networkFailure(request.url, outcome.failure, outcome.exchangeId);
  const { exchangeId, response } = outcome;
  const answer = readPreflightAnswer(request, response);
  if ('ok' in answer) return { ...answer, exchangeId };
  const refused = refuseByAnswer(request, names, answer);
  if (refused !== null) return { ...refused, exchangeId };
  preflights.keep(request, answer, now());
  return null;
}

/** The question itself never carries cookies. */
export function preflightRequest(
  request: PlannedRequest,
  names: readonly string[],
): PlannedRequest {
  const method: Field = ['Access-Control-Request-Method', request.method];
  return {
    ...request,
    method: 'OPTIONS',
    content: '',
    fields:
      names.length === 0 ? [method] : [method, ['Access-Control-Request-Headers', names.join(',')]],
    kind: 'preflight',
    cause: 'preflight',
    mode: 'cors',
    credentials: 'omit',
  };
}
