import type { Rule } from '../../../http/rule.ts';
import type { Turn } from '../turn.ts';
import { identifierIn, sessionCookieName, valueFor } from '../names/session-cookie.ts';
import { readCookies } from './read-cookie.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

/** How the key to a row of the session table travels between browser and shop. */
export interface SessionKey {
  /** The identifier that the request brings. */
  read(turn: Turn): Promise<string | undefined>;
  /** It opened a row. */
  found(turn: Turn, sid: string): Promise<void>;
  /** It is new, and the browser shall bring it from now on. */
  hand(turn: Turn, sid: string): Promise<void>;
  /** The browser shall bring it no more. */
  takeBack(turn: Turn): void;
}

/** Of an address, in a shop so careless; no framework asks for it there any more. */
const parameter = 'sid';
const sessionManagement: Rule = { document: 'OWASP-SM' };

/** In a cookie: set once, brought along by the browser. */
export const inCookie: SessionKey = {
  read: async (turn) => {
    const given = identifierInAddress(turn);
    if (given !== null) return given;
    const name = sessionCookieName(turn);
    const value = readCookies(turn, [name]).get(name);
    return value === undefined ? undefined : identifierIn(turn, value);
  },
  found: async (turn, sid) => {
    const { takeSessionIdFromAddress } = turn.settings.protection;
    // The browser has its cookie, and sends it again by itself; what came in the address it has not.
    if (takeSessionIdFromAddress && turn.url.searchParams.get(parameter) === sid)
      await handInCookie(turn, sid);
  },
  hand: handInCookie,
  takeBack: (turn) => {
    deleteCookie(turn, sessionCookieName(turn));
  },
};

async function handInCookie(turn: Turn, sid: string): Promise<void> {
  setCookie(turn, sessionCookieName(turn), await valueFor(turn, sid));
}

/** A careless shop believes a link: whoever made it knows the identifier, and who follows it will use it. */
function identifierInAddress({ settings, trace, url }: Turn): string | null {
  // #marker: read-address
  const sid = url.searchParams.get(parameter);
  if (sid === null || !/^[\w-]{1,128}$/.test(sid)) return null;
  const source = 'server/shop/memory/session-key.ts#read-address';
  const { takeSessionIdFromAddress } = settings.protection;
  if (takeSessionIdFromAddress)
    trace.careless('careless-session-id-in-address', source, sessionManagement, { sid });
  else trace.refused('session-id-in-address-ignored', source, sessionManagement, { sid });
  return takeSessionIdFromAddress ? sid : null;
}
