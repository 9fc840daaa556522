import type { Rule } from '../../../http/rule.ts';
import type { Turn } from '../turn.ts';
import { protectedName } from './cookie-name.ts';
import { readCookies } from './read-cookie.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

/** How the key to a row of the session table travels between browser and shop. */
export interface SessionKey {
  /** The identifier that the request brings. */
  read(turn: Turn): string | undefined;
  /** It opened a row. */
  found(turn: Turn, sid: string): void;
  /** It is new, and the browser shall bring it from now on. */
  hand(turn: Turn, sid: string): void;
  /** The browser shall bring it no more. */
  takeBack(turn: Turn): void;
}

const cookieName = 'sid';
const sessionManagement: Rule = { document: 'OWASP-SM' };

/** In a cookie: set once, brought along by the browser. */
export const inCookie: SessionKey = {
  read: (turn) => {
    const given = identifierInAddress(turn);
    if (given !== null) return given;
    const name = protectedName(turn, cookieName);
    return readCookies(turn, [name]).get(name);
  },
  found: (turn, sid) => {
    const { takeSessionIdFromAddress } = turn.settings.protection;
    // The browser has its cookie, and sends it again by itself; what came in the address it has not.
    if (takeSessionIdFromAddress && turn.url.searchParams.get(cookieName) === sid)
      setCookie(turn, protectedName(turn, cookieName), sid);
  },
  hand: (turn, sid) => {
    setCookie(turn, protectedName(turn, cookieName), sid);
  },
  takeBack: (turn) => {
    deleteCookie(turn, protectedName(turn, cookieName));
  },
};

/** A careless shop believes a link: whoever made it knows the identifier, and who follows it will use it. */
function identifierInAddress({ settings, trace, url }: Turn): string | null {
  // #marker: read-address
  const sid = url.searchParams.get(cookieName);
  if (sid === null || !/^[\w-]{1,128}$/.test(sid)) return null;
  const source = 'server/shop/memory/session-key.ts#read-address';
  const { takeSessionIdFromAddress } = settings.protection;
  if (takeSessionIdFromAddress)
    trace.careless('careless-session-id-in-address', source, sessionManagement, { sid });
  else trace.refused('session-id-in-address-ignored', source, sessionManagement, { sid });
  return takeSessionIdFromAddress ? sid : null;
}
