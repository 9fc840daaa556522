import { fieldValue } from '../../../http/fields.ts';
import { computerOf } from '../../../lab/computers.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { events, foundAlice, hostOf, letIn, pathOf, traced } from '../../observations.ts';
import { alice, mallory } from '../../preparations.ts';
import type { Evidence } from '../../step.ts';

export function isOf(person: typeof alice | typeof mallory) {
  return ({ browserId }: Exchange): boolean => computerOf(browserId) === person;
}

/** What Mallory’s browsers asked for since the step began. */
export function mallorys({ exchanges }: Pick<Evidence, 'exchanges'>): readonly Exchange[] {
  return exchanges.filter(isOf(mallory));
}

export function alices({ exchanges }: Pick<Evidence, 'exchanges'>): readonly Exchange[] {
  return exchanges.filter(isOf(alice));
}

/** The shop opened Alice’s account to Mallory. */
export function isTakenForAlice(exchange: Exchange): boolean {
  return isOf(mallory)(exchange) && letIn(exchange) && foundAlice(exchange);
}

/** Mallory came with a key that opens nothing. */
export function hasWrongKey(evidence: Evidence): boolean {
  const newest = mallorys(evidence).findLast((one) => traced(one, 'session-looked-up'));
  return newest !== undefined && traced(newest, 'session-unknown');
}

/** The exchanges in which orders were placed in Alice’s name, oldest first. */
export function ordersOfAlice({ entries, lab }: Evidence): readonly Exchange[] {
  return events(entries, 'order-placed').flatMap(({ exchangeId, userId }) => {
    const exchange = userId === 'alice' ? lab.exchange(exchangeId) : undefined;
    return exchange === undefined ? [] : [exchange];
  });
}

/** Of those, the ones that Alice’s browser sent on behalf of script in a page of the shop. */
export function ordersByScript(evidence: Evidence): readonly Exchange[] {
  return ordersOfAlice(evidence).filter((one) => isOf(alice)(one) && one.kind === 'fetch');
}

/** What Alice’s browser brought to the attacker’s site. */
export function lootOfAlice(evidence: Evidence): readonly Exchange[] {
  return alices(evidence).filter(
    (one) => hostOf(one) === 'evil.example' && traced(one, 'loot-collected'),
  );
}

/** Whether a key to a session of Alice’s went with it. */
export function bringsKey(exchange: Exchange, { lab }: Evidence): boolean {
  const { content, targetUri } = exchange.request;
  return lab.sessions.some(
    ({ id, userId }) => userId === 'alice' && `${targetUri} ${content}`.includes(id),
  );
}

/** The origin of the page that had it sent, as the browser says. */
export function sentFrom({ request }: Exchange): string {
  return fieldValue(request.fields, 'origin') ?? '';
}

/** Requests to order that a page of that origin had Alice’s browser send. */
export function forgedFrom(evidence: Evidence, origin: string): readonly Exchange[] {
  return alices(evidence).filter(
    (one) =>
      hostOf(one) === 'shop.example' && pathOf(one) === '/orders' && sentFrom(one) === origin,
  );
}
