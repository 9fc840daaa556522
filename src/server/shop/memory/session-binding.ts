import { fieldValue } from '../../../http/fields.ts';
import type { SessionRecord, SessionTies } from '../../sessions/session-record.ts';
import type { Turn } from '../turn.ts';

/** What a new row is tied to; nothing where sessions are only known by their identifier. */
export function tiesOf(turn: Turn): SessionTies {
  const { connection, request, settings } = turn;
  switch (settings.protection.bindSessionTo) {
    case 'none':
      return {};
    case 'address':
      return { address: connection.remoteAddress };
    case 'user-agent':
      return { userAgent: fieldValue(request.fields, 'user-agent') ?? '' };
  }
}

/**
 * Whether the request comes from where the row is tied to. Neighbours share an address, and browsers a name; and who
 * changes the network is taken for a thief (OWASP-SM, "Binding the Session ID to Other User Properties").
 */
export function keepsTies(turn: Turn, record: SessionRecord): boolean {
  // #marker: check-ties
  const now = tiesOf(turn);
  const broken = (['address', 'userAgent'] as const).find(
    (tie) =>
      now[tie] !== undefined && record.ties?.[tie] !== undefined && now[tie] !== record.ties[tie],
  );
  if (broken === undefined) return true;
  turn.trace.refused(
    'session-tie-broken',
    'server/shop/memory/session-binding.ts#check-ties',
    { document: 'OWASP-SM' },
    { property: broken === 'address' ? 'address' : 'User-Agent', sid: record.id },
  );
  return false;
}
