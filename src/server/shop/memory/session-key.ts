import type { Turn } from '../turn.ts';
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

/** In a cookie: set once, brought along by the browser. */
export const inCookie: SessionKey = {
  read: (turn) => readCookies(turn, [cookieName]).get(cookieName),
  found: () => {
    // The browser has it, and sends it again by itself.
  },
  hand: (turn, sid) => {
    setCookie(turn, cookieName, sid);
  },
  takeBack: (turn) => {
    deleteCookie(turn, cookieName);
  },
};
