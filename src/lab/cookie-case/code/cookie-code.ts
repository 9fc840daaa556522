import type { CookieToSet } from './cookie-to-set.ts';
import { wellFormed } from './quoting.ts';
import {
  frameworks,
  type Framework,
  type FrameworkName,
  type FrameworkNote,
  type Said,
} from './frameworks.ts';

/** Code that sets a cookie. */
export interface CookieCode {
  readonly title: string;
  readonly version: string;
  readonly code: string;
  /** What the cookie has and the framework cannot say. */
  readonly unsayable: readonly Said[];
  /** Of the framework's notes those that matter for this cookie. */
  readonly notes: readonly FrameworkNote[];
  /** The name is no token (RFC 9110 §5.6.2): most frameworks refuse it. */
  readonly isOddName: boolean;
}

const order: readonly Said[] = [
  'path',
  'domain',
  'maxAge',
  'expires',
  'secure',
  'httpOnly',
  'sameSite',
  'partitioned',
];

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** The code that sets the cookie with that framework, from the framework's table. */
export function cookieCode(name: FrameworkName, cookie: CookieToSet): CookieCode {
  const framework: Framework = frameworks[name];
  const { title, version, says, unsaid = {}, open, close, notes } = framework;
  const lines = order.flatMap((what) => {
    const line = has(cookie, what) ? says[what]?.(cookie) : unsaid[what];
    return line === undefined ? [] : [line];
  });
  return {
    title,
    version,
    code: layOut(name, [open(cookie), ...lines, close]),
    unsayable: order.filter((what) => has(cookie, what) && says[what] === undefined),
    notes: notes.filter((note) => matters(note, cookie)),
    isOddName: !TOKEN.test(cookie.name),
  };
}

/** What nginx reads is one directive on one line. */
function layOut(name: FrameworkName, lines: readonly string[]): string {
  if (name === 'nginx-header') return lines.join('');
  if (name === 'nginx-proxy')
    return lines
      .map((line) => line.trim())
      .join(' ')
      .replace(' ;', ';');
  return lines.filter((line) => line !== '').join('\n');
}

function has(cookie: CookieToSet, what: Said): boolean {
  const said = cookie[what];
  return said !== null && said !== false;
}

function matters(note: FrameworkNote, cookie: CookieToSet): boolean {
  switch (note) {
    case 'encodes':
      return encodeURIComponent(wellFormed(cookie.value)) !== cookie.value;
    case 'path-root':
      return cookie.path === null;
    case 'minutes':
      return cookie.maxAge !== null && cookie.maxAge % 60 !== 0;
    case 'python-3-14':
      return cookie.partitioned;
    case 'dollar':
      return `${cookie.name}${cookie.value}${cookie.path ?? ''}`.includes('$');
    default:
      return true;
  }
}
