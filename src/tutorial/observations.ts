import type { Cookie } from '../cookies/cookie.ts';
import type { Exchange } from '../lab/exchange.ts';
import type { AnyEvent, LogEntry } from '../lab/log.ts';
import { identifierOf, isSessionCookie } from '../server/shop/names/naming.ts';
import type { TraceCode } from '../server/trace-codes.ts';
import type { Evidence } from './step.ts';

/** An event of one type, with the place in the log at which it stands. */
export type Noted<Type extends AnyEvent['type']> = Extract<AnyEvent, { type: Type }> & {
  readonly sequence: number;
};

/** The events of one type, oldest first. */
export function events<Type extends AnyEvent['type']>(
  entries: readonly LogEntry[],
  type: Type,
): readonly Noted<Type>[] {
  return entries
    .filter((entry) => entry.event.type === type)
    .map((entry) => ({
      ...(entry.event as Extract<AnyEvent, { type: Type }>),
      sequence: entry.sequence,
    }));
}

export function hostOf(exchange: Exchange): string {
  return new URL(exchange.request.targetUri).hostname;
}

export function pathOf(exchange: Exchange): string {
  return new URL(exchange.request.targetUri).pathname;
}

export function isToShop(exchange: Exchange): boolean {
  return hostOf(exchange) === 'shop.example';
}

/** Requests of pages of the shop that were answered. */
export function shopPages(evidence: Evidence): readonly Exchange[] {
  return evidence.exchanges.filter(
    (one) => one.kind === 'navigation' && one.response !== null && isToShop(one),
  );
}

/** Value with which a cookie went along; `undefined` when it did not. */
export function sent(exchange: Exchange, name: string): string | undefined {
  return exchange.cookies.sent.find(({ cookie }) => cookie.name === name)?.cookie.value;
}

/** The identifier that went along in the session's cookie, whatever that is called. */
export function sentKey(exchange: Exchange): string | undefined {
  const key = exchange.cookies.sent.find(({ cookie }) => isSessionCookie(cookie.name));
  return key && identifierOf(key.cookie.value);
}

/** The session's cookie, where the response brought one into the jar. */
export function storedKey(exchange: Exchange): Cookie | undefined {
  return stored(exchange).find(({ name }) => isSessionCookie(name));
}

/** The cookies that the response brought into the jar. */
export function stored(exchange: Exchange): readonly Cookie[] {
  return exchange.setCookies.flatMap((one) =>
    one.ok && (one.code === 'stored' || one.code === 'replaced') ? [one.cookie] : [],
  );
}

export function storedNamed(exchange: Exchange, name: string): Cookie | undefined {
  return stored(exchange).find((cookie) => cookie.name === name);
}

/** Whether the server took this step for the exchange. */
export function traced(exchange: Exchange, code: TraceCode): boolean {
  return exchange.trace.some((step) => step.code === code);
}

/** Opened a page of the shop as this session's user: the key was sent, the row was found, the page came. */
export function letIn(exchange: Exchange): boolean {
  return (
    sentKey(exchange) !== undefined &&
    traced(exchange, 'session-found') &&
    exchange.response?.status === 200
  );
}

/** Only for customers who have said who they are. */
export function isPrivatePage(exchange: Exchange): boolean {
  const path = pathOf(exchange);
  return path === '/account' || path.startsWith('/orders');
}

/** The shop took whoever asked for Alice: her key opened her row. */
export function foundAlice(exchange: Exchange): boolean {
  return exchange.trace.some(
    ({ code, values }) => code === 'session-found' && values['user'] === 'alice',
  );
}
