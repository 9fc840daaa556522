import type { HttpResponse } from '../../../http/message.ts';
import type { Turn } from '../../shop/turn.ts';
import { findUser } from '../../shop/users.ts';
import { answerWithError, readJson } from '../json.ts';
import { replace, revokeFamily, short, tell } from '../refresh-family.ts';
import { judgeRefresh, type RefreshVerdict } from '../refresh-policy.ts';
import type { RefreshRecord } from '../refresh-record.ts';
import { hashOf, presentedToken, takeBack } from '../refresh-token.ts';
import { answerWithTokens } from './token.ts';
import type { ApiHandler } from './handler.ts';

/** A refresh token for a fresh access token, and for the refresh token that takes its place. */
export const refreshTokens: ApiHandler = async (turn) => {
  const reading = readJson(turn);
  if (!reading.ok) return reading.response;
  const token = presentedToken(turn, reading.value);
  if (token === null) return answerWithError(turn, 400, 'invalid_request');
  const verdict = judge(turn, token);
  if (!verdict.ok) return refuse(turn, verdict, token);
  const { record } = verdict;
  const user = findUser(record.userId);
  if (user === undefined) return answerWithError(turn, 400, 'invalid_grant');
  const next = turn.settings.rotateRefreshTokens ? replace(turn, record) : keep(turn, record);
  return answerWithTokens(turn, user, next);
};

/** From looking up to replacing nothing is waited for: of two requests with one token one is the second. */
function judge(turn: Turn, token: string): RefreshVerdict {
  // #marker: look-up
  const { stores, settings, now, trace } = turn;
  const hash = hashOf(token);
  const record = stores.refreshTokens.get(hash);
  const source = 'server/api/handlers/refresh.ts#look-up';
  trace.done('refresh-token-looked-up', source, {
    hash: short(hash),
    rows: stores.refreshTokens.size,
  });
  const graceMs = settings.refreshGraceSeconds * 1000;
  const verdict = judgeRefresh(record, now, { graceMs, detectReuse: settings.detectRefreshReuse });
  if (verdict.ok) accept(turn, verdict);
  return verdict;
}

function accept(turn: Turn, { record, again }: Extract<RefreshVerdict, { ok: true }>): void {
  // #marker: accept
  const { familyId: family, userId: user } = record;
  const source = 'server/api/handlers/refresh.ts#accept';
  if (!again) {
    turn.trace.done('refresh-token-good', source, { user, family });
    return;
  }
  const seconds = (turn.now - (record.replacedAt ?? turn.now)) / 1000;
  const grace = turn.settings.refreshGraceSeconds;
  turn.trace.done('refresh-token-within-grace', source, { seconds, grace, family });
  tell(turn, record, 'used-again');
}

function refuse(
  turn: Turn,
  { code, rule, alarm }: Extract<RefreshVerdict, { ok: false }>,
  token: string,
): HttpResponse {
  // #marker: refuse
  const record = turn.stores.refreshTokens.get(hashOf(token));
  const family = record?.familyId ?? '';
  const source = 'server/api/handlers/refresh.ts#refuse';
  const hash = short(hashOf(token));
  if (code === 'unknown') turn.trace.refused('refresh-token-unknown', source, rule, { hash });
  else if (code === 'revoked')
    turn.trace.refused('refresh-token-revoked', source, rule, { hash, family });
  else if (code === 'expired')
    turn.trace.refused('refresh-family-expired', source, rule, { hash, family });
  else {
    const seconds = (turn.now - (record?.replacedAt ?? turn.now)) / 1000;
    turn.trace.refused('refresh-token-reused', source, rule, { seconds, hash, family });
    if (record !== undefined) tell(turn, record, 'reused');
  }
  if (alarm) revokeFamily(turn, family);
  takeBack(turn);
  return answerWithError(turn, 400, 'invalid_grant');
}

/** The careless way: one token for the whole life of the family, and nobody notices a second user of it. */
function keep(turn: Turn, record: RefreshRecord): { token: null; record: RefreshRecord } {
  // #marker: keep
  const values = { hash: short(record.hash) };
  turn.trace.done('refresh-token-kept', 'server/api/handlers/refresh.ts#keep', values);
  return { token: null, record };
}
