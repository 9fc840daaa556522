import type { CookieRejected } from '../cookies/decision.ts';
import type { LogEntry } from './log.ts';

/** A `Set-Cookie`, or what script wrote, that a browser refused, and when. */
export interface RejectedCookie {
  /** Sequence number of the log entry that tells of it, and its place among the fields of that message. */
  readonly id: string;
  readonly time: number;
  /** The message that brought it; `null` when script wrote it. */
  readonly exchangeId: string | null;
  readonly decision: CookieRejected;
}

/**
 * What a browser refused to store since its list was last cleared, newest first and at most `limit` of them.
 * Read from the log, so that undo takes a refusal back, and brings a cleared list back, like everything else.
 */
export function rejectedCookies(
  log: readonly LogEntry[],
  browserId: string,
  limit = 100,
): readonly RejectedCookie[] {
  const rejected: RejectedCookie[] = [];
  for (const entry of log.toReversed()) {
    const { event } = entry;
    if (!('browserId' in event) || event.browserId !== browserId) continue;
    if (event.type === 'rejected-cookies-cleared' || rejected.length >= limit) break;
    if (event.type === 'response-received') rejected.push(...refusalsIn(entry, event));
    if (event.type === 'script-wrote-cookie' && !event.decision.ok)
      rejected.push({
        id: String(entry.sequence),
        time: entry.time,
        exchangeId: null,
        decision: event.decision,
      });
  }
  return rejected.slice(0, limit);
}

type ResponseReceived = Extract<LogEntry['event'], { type: 'response-received' }>;

function refusalsIn(
  { sequence, time }: LogEntry,
  { exchangeId, setCookies }: ResponseReceived,
): readonly RejectedCookie[] {
  return setCookies
    .flatMap((decision, index) =>
      decision.ok ? [] : [{ id: `${sequence}/${index}`, time, exchangeId, decision }],
    )
    .reverse();
}
