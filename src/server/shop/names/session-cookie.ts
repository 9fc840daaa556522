import type { Turn } from '../turn.ts';
import { protectedName } from '../memory/cookie-name.ts';
import { namingOf, sessionCookieNames } from './naming.ts';

/** What the session's cookie is called now. */
export function sessionCookieName(turn: Pick<Turn, 'settings'>): string {
  return protectedName(turn, sessionCookieNames[namingOf(turn.settings)]);
}

/** The identifier in its value; express-session takes only what it has signed itself. */
export async function identifierIn(turn: Turn, value: string): Promise<string | undefined> {
  if (namingOf(turn.settings) !== 'express') return value;
  // #marker: unsign
  const { unsignIdentifier } = await import('./signed-identifier.ts');
  const sid = await unsignIdentifier(value, turn.secrets.cookie);
  const source = 'server/shop/names/session-cookie.ts#unsign';
  const cookie = sessionCookieName(turn);
  if (sid === null)
    turn.trace.refused('cookie-signature-wrong', source, { document: 'OWASP-SM' }, { cookie });
  else turn.trace.done('cookie-signature-matched', source, { cookie });
  return sid ?? undefined;
}

/** The value under which an identifier is handed out. */
export async function valueFor(turn: Turn, sid: string): Promise<string> {
  if (namingOf(turn.settings) !== 'express') return sid;
  // #marker: sign
  const { signIdentifier } = await import('./signed-identifier.ts');
  const value = await signIdentifier(sid, turn.secrets.cookie);
  turn.trace.done('cookie-signed', 'server/shop/names/session-cookie.ts#sign', {
    cookie: sessionCookieName(turn),
  });
  return value;
}
