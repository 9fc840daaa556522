import type { Lab } from './lab.svelte.ts';
import type { Exchange } from './exchange.ts';

/** What must be true of every lab at every moment. An empty list: all of it is. */
export function brokenInvariants(lab: Lab): readonly string[] {
  return [
    ...repeated(lab.sessions.map(({ id }) => id)).map((id) => `session ${id} has two rows`),
    ...repeated(lab.exchanges.map(({ id }) => id)).map((id) => `exchange ${id} is there twice`),
    ...logOrder(lab),
    ...withoutRequest(lab),
    ...lab.exchanges.flatMap(brokenExchange),
    ...expiredCookies(lab),
    ...lab.sessions
      .filter((row) => row.idleExpiresAt > row.absoluteExpiresAt)
      .map(({ id }) => `session ${id} idles beyond its end`),
    ...danglingTabs(lab),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

function logOrder({ log, clock }: Lab): readonly string[] {
  return log.flatMap((entry, place) => {
    const previous = log[place - 1];
    const problems: string[] = [];
    if (previous && entry.sequence <= previous.sequence)
      problems.push(`log entry ${entry.sequence} is out of sequence`);
    if (previous && entry.time < previous.time)
      problems.push(`log entry ${entry.sequence} is before its predecessor`);
    if (entry.time > clock.now) problems.push(`log entry ${entry.sequence} is in the future`);
    return problems;
  });
}

function withoutRequest(lab: Lab): readonly string[] {
  const known = new Set(lab.exchanges.map(({ id }) => id));
  return lab.log.flatMap(({ event, sequence }) => {
    const id = 'exchangeId' in event ? event.exchangeId : null;
    return id === null || known.has(id)
      ? []
      : [`log entry ${sequence} tells of ${id}, which has no request`];
  });
}

/** The `Cookie` field carries exactly the cookies that the jar decided to send, none of them expired. */
function brokenExchange({
  id,
  request,
  cookies,
  startedAt,
  response,
  failure,
  endedAt,
}: Exchange): readonly string[] {
  const problems: string[] = [];
  const field = request.fields.find(([name]) => name.toLowerCase() === 'cookie')?.[1] ?? null;
  if (field !== cookies.fieldValue)
    problems.push(`exchange ${id} carries other cookies than were decided on`);
  for (const { cookie } of cookies.sent) {
    const { name, expiryTime } = cookie;
    if (expiryTime !== null && expiryTime <= startedAt)
      problems.push(`exchange ${id} carries ${name}, which has expired`);
  }
  if (response !== null && failure !== null)
    problems.push(`exchange ${id} both succeeded and failed`);
  if ((endedAt !== null) !== (response !== null || failure !== null))
    problems.push(`exchange ${id} ended without an outcome`);
  return problems;
}

function expiredCookies({ browsers, clock }: Lab): readonly string[] {
  return [...browsers.values()].flatMap(({ id, jar }) =>
    jar
      .all()
      .filter(({ expiryTime }) => expiryTime !== null && expiryTime <= clock.now)
      .map(({ name }) => `${id} still has ${name}, which has expired`),
  );
}

function danglingTabs({ browsers }: Lab): readonly string[] {
  return [...browsers.values()].flatMap(({ id, open, activeTabId, tabs }) =>
    open && !tabs.some((tab) => tab.id === activeTabId)
      ? [`${id} shows a tab that it does not have`]
      : [],
  );
}
