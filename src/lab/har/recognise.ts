import { fieldValue } from '../../http/fields.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { entropyBits } from './entropy.ts';

export type RecognisedKind = 'session-identifier' | 'jwt' | 'opaque-token';

/** Why a value is taken for what it is taken for. */
export type RecognisedBecause =
  /** It has the name that a framework gives it. */
  | 'known-name'
  /** Its name says so, and it is long and random enough. */
  | 'name-and-shape'
  /** Script may not read it, and it is long and random enough. */
  | 'hidden-and-random'
  /** Three parts of base64url, of which the first is a JOSE header. */
  | 'jwt-shape'
  /** It stands after `Bearer`. */
  | 'bearer'
  /** It stands in an answer as OAuth names it. */
  | 'oauth-member';

export type Whereabouts = 'cookie' | 'authorization' | 'content';

/** Something that looks like a key. A guess. */
export interface Recognised {
  readonly value: string;
  readonly kind: RecognisedKind;
  readonly because: RecognisedBecause;
  /** Of the cookie, or of the member; empty where it has none. */
  readonly name: string;
  readonly where: Whereabouts;
  /** Bits that it could hold, by its look. */
  readonly bits: number;
  /** Exchange in which it is first seen. */
  readonly firstId: string;
  /** How many requests carried it. */
  readonly carried: number;
}

/** Session cookies as frameworks name them when nobody says otherwise. */
const FRAMEWORK_NAMES =
  /^(?:__Host-|__Secure-)?(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|\.AspNetCore\.(?:Session|Cookies|Identity\.Application)|ASPSESSIONID[A-Z]{8}|connect\.sid|koa[.:]sess|laravel_session|ci_session|CFID|CFTOKEN|sessionid|session_id|_session_id|_[a-z0-9_]+_session|wordpress_logged_in_[0-9a-f]+|SSESS[0-9a-f]{32}|sid|session)$/i;

const TELLING_NAME = /sess|sid\b|^sid|auth|token|login|logged|remember|jwt|identity/i;

/** Random, but only to count visitors. */
const COUNTING_NAME =
  /^(?:_ga|_gid|_gat|_gcl|_fbp|_fbc|_hj|_pk_|_clck|_clsk|ajs_|amp_|mp_|optimizely|IDE$|NID$|uuid|_dd_s)/i;

/** Forms' tokens against forgery are no keys: whoever has one is still nobody. */
const FORGERY_NAME = /csrf|xsrf|requestverification/i;

const COMPACT_TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** OWASP asks for 64 bits at least of a session identifier. */
const ENOUGH_BITS = 60;

const TOKEN_MEMBER =
  /"(access_token|refresh_token|id_token|accessToken|refreshToken|idToken|token|jwt)"\s*:\s*"([^"\\\s]{16,8192})"/g;

/** Values that look like session identifiers or tokens, in the order in which they are first seen. */
export function recognise(recorded: readonly RecordedExchange[]): readonly Recognised[] {
  const found = new Map<string, Recognised>();
  const note = (one: Omit<Recognised, 'bits' | 'carried'>, isCarried: boolean): void => {
    const known = found.get(one.value);
    const carried = (known?.carried ?? 0) + Number(isCarried);
    found.set(one.value, { ...(known ?? { ...one, bits: entropyBits(one.value) }), carried });
  };
  for (const { exchange } of recorded) {
    for (const { cookie } of exchange.cookies.sent)
      noteCookie(cookie.name, cookie.value, cookie.httpOnly, exchange.id, (one) => note(one, true));
    noteAuthorization(exchange.request.fields, exchange.id, (one) => note(one, true));
    for (const decision of exchange.setCookies) {
      if (!decision.ok || decision.code === 'deleted') continue;
      const { name, value, httpOnly } = decision.cookie;
      noteCookie(name, value, httpOnly, exchange.id, (one) => note(one, false));
    }
    if (exchange.response !== null)
      noteContent(exchange.response.content, exchange.id, (one) => note(one, false));
  }
  return [...found.values()];
}

type Note = (one: Omit<Recognised, 'bits' | 'carried'>) => void;

function noteCookie(
  name: string,
  value: string,
  httpOnly: boolean,
  firstId: string,
  note: Note,
): void {
  const because = cookieReason(name, value, httpOnly);
  if (because === null) return;
  const kind = because === 'jwt-shape' ? 'jwt' : 'session-identifier';
  note({ value, kind, because, name, where: 'cookie', firstId });
}

/** Why a cookie looks like a key; `null` where it does not. */
export function cookieReason(
  name: string,
  value: string,
  httpOnly: boolean,
): RecognisedBecause | null {
  if (value.length < 8 || FORGERY_NAME.test(name)) return null;
  if (COMPACT_TOKEN.test(value)) return 'jwt-shape';
  if (COUNTING_NAME.test(name)) return null;
  if (FRAMEWORK_NAMES.test(name)) return 'known-name';
  if (!/^[\w.+/=%:~|-]+$/.test(value) || entropyBits(value) < ENOUGH_BITS) return null;
  if (TELLING_NAME.test(name)) return 'name-and-shape';
  return httpOnly ? 'hidden-and-random' : null;
}

function noteAuthorization(
  fields: RecordedExchange['exchange']['request']['fields'],
  firstId: string,
  note: Note,
): void {
  const [, value] = /^Bearer +(\S+)$/i.exec(fieldValue(fields, 'Authorization') ?? '') ?? [];
  if (value === undefined) return;
  const isJwt = COMPACT_TOKEN.test(value);
  note({
    value,
    kind: isJwt ? 'jwt' : 'opaque-token',
    because: isJwt ? 'jwt-shape' : 'bearer',
    name: '',
    where: 'authorization',
    firstId,
  });
}

function noteContent(content: string, firstId: string, note: Note): void {
  if (!/^\s*[{[]/.test(content)) return;
  for (const [, name = '', value = ''] of content.matchAll(TOKEN_MEMBER)) {
    const isJwt = COMPACT_TOKEN.test(value);
    note({
      value,
      kind: isJwt ? 'jwt' : 'opaque-token',
      because: isJwt ? 'jwt-shape' : 'oauth-member',
      name,
      where: 'content',
      firstId,
    });
  }
}
