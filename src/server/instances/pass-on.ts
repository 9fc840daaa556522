import type { HttpResponse } from '../../http/message.ts';
import { plainText } from '../response.ts';
import type { Turn } from '../shop/turn.ts';
import { chooseInstance } from './balance.ts';
import { balancer, countServed, machine, sharedStore } from './machine.ts';
import { rowsFor } from './session-rows.ts';
import { stickTo, stuckInstance } from './sticky-cookie.ts';

const unavailable = { document: 'RFC9110', section: '15.6.4' } as const;

const waysWithSessions: ReadonlySet<string> = new Set(['session', 'url-ticket']);

/** The load balancer's work: chooses the instance that answers, and hands the request to it. */
export async function passOn(
  turn: Turn,
  answer: (turn: Turn) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const { stores, settings, trace } = turn;
  // #marker: choose-instance
  const stuckTo = stuckInstance(turn.request);
  const instance = chooseInstance({
    machines: stores.machines,
    settings: settings.instances,
    stuckTo,
    randomBytes: turn.randomBytes,
  });
  if (instance === null) {
    trace.refused('no-instance', 'server/instances/pass-on.ts#choose-instance', unavailable, {});
    return plainText(503, 'Service Unavailable\n', { now: turn.now });
  }
  if (settings.instances.count > 1) tellChoice(turn, instance, stuckTo);
  if (!storeAnswers(turn)) return plainText(503, 'Service Unavailable\n', { now: turn.now });
  const sessions = rowsFor(instance, settings.instances, stores.sessionTables, stores.machines);
  return answer({ ...turn, stores: { ...stores, sessions } });
}

function tellChoice(turn: Turn, instance: string, stuckTo: string | undefined): void {
  const { balancing } = turn.settings.instances;
  countServed(turn.stores.machines, balancer);
  countServed(turn.stores.machines, instance);
  turn.trace.done('instance-chosen', 'server/instances/pass-on.ts#choose-instance', {
    instance,
    balancing,
  });
  if (balancing === 'sticky' && stuckTo !== instance) turn.setCookies.push(stickTo(instance));
}

/** What all instances have to know with every request: sessions, or which tokens have been taken back. */
function sharesState({ remember, accessTokenRevocation }: Turn['settings']): boolean {
  return (
    waysWithSessions.has(remember) ||
    (remember === 'jwt-cookie' && accessTokenRevocation !== 'none')
  );
}

/** The way to the shared store costs a round trip, and ends here while the store is down. */
function storeAnswers({ settings, stores, trace }: Turn): boolean {
  const { sessionStore, storeRoundTripMs: ms } = settings.instances;
  if (sessionStore !== 'shared' || !sharesState(settings)) return true;
  // #marker: ask-store
  const source = 'server/instances/pass-on.ts#ask-store';
  const { running } = machine(stores.machines, sharedStore);
  if (running) trace.done('session-store-asked', source, { ms });
  else trace.refused('session-store-down', source, unavailable, {});
  return running;
}
