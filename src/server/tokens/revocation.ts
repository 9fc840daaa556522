import type { Rule } from '../../http/rule.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import type { Turn } from '../shop/turn.ts';

/** A token that is refused although its time is not up yet. */
export interface DeniedToken {
  readonly jti: string;
  /** Seconds since the epoch; from then on it would be refused anyway, and the entry may go. */
  readonly exp: number;
}

const invalidToken: Rule = { document: 'RFC6750', section: '3.1' };

/** The version that a user's tokens must have; a higher one ends all earlier ones. */
export function tokenVersionOf({ stores }: Pick<Turn, 'stores'>, userId: string): number {
  return stores.tokenVersions.get(userId) ?? 1;
}

/**
 * Asks the list or the version, as the shop is set to. Either is a look-up with every request, in something
 * that all servers share: what tokens were to do without.
 */
export function isRevoked(turn: Turn, claims: ClaimsSet): boolean {
  switch (turn.settings.accessTokenRevocation) {
    case 'none':
      return false;
    case 'deny-list':
      return isDenied(turn, claims);
    case 'token-version':
      return isOutdated(turn, claims);
  }
}

function isDenied({ stores, trace }: Turn, { jti }: ClaimsSet): boolean {
  // #marker: look-up-jti
  const id = typeof jti === 'string' ? jti : '';
  const { deniedTokens } = stores;
  const values = { jti: id, entries: deniedTokens.size };
  trace.done('deny-list-looked-up', 'server/tokens/revocation.ts#look-up-jti', values);
  // A token without an identifier could never be put on the list.
  if (id !== '' && !deniedTokens.has(id)) return false;
  const source = 'server/tokens/revocation.ts#look-up-jti';
  trace.refused('token-denied', source, invalidToken, { jti: id });
  return true;
}

function isOutdated(turn: Turn, { sub, ver }: ClaimsSet): boolean {
  // #marker: look-up-version
  // A token of nobody in particular has nobody's version.
  if (typeof sub !== 'string') return false;
  const version = tokenVersionOf(turn, sub);
  const source = 'server/tokens/revocation.ts#look-up-version';
  turn.trace.done('token-version-looked-up', source, { version, user: sub });
  if (ver === version) return false;
  const shown = typeof ver === 'number' ? ver : '';
  turn.trace.refused('token-outdated', source, invalidToken, { shown, version });
  return true;
}

/** Puts one token on the list until it expires, and drops those that have. */
export function denyToken(turn: Turn, { jti, exp }: ClaimsSet): void {
  if (typeof jti !== 'string' || typeof exp !== 'number') return;
  // #marker: deny
  const { deniedTokens } = turn.stores;
  for (const entry of [...deniedTokens.values()])
    if (turn.now >= entry.exp * 1000) deniedTokens.delete(entry.jti);
  deniedTokens.set(jti, { jti, exp });
  const values = { jti, entries: deniedTokens.size };
  turn.trace.done('token-put-on-deny-list', 'server/tokens/revocation.ts#deny', values);
}

/** Ends every token of the user, on all devices. */
export function raiseTokenVersion(turn: Turn, userId: string): void {
  // #marker: raise-version
  const version = tokenVersionOf(turn, userId) + 1;
  turn.stores.tokenVersions.set(userId, version);
  const values = { version, user: userId };
  turn.trace.done('token-version-raised', 'server/tokens/revocation.ts#raise-version', values);
}
