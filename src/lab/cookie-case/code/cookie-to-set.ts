import { CHROMIUM_GRAMMAR, parseCookieDate } from '../../../cookies/cookie-date.ts';
import { parseMaxAge } from '../../../cookies/max-age.ts';
import { cookieLine } from '../intention.ts';

/** What a `Set-Cookie` field says, as code is to say it. */
export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  readonly domain: string | null;
  readonly path: string | null;
  /** Seconds; `Max-Age` wins, so there is no `expires` beside it. */
  readonly maxAge: number | null;
  /** Seconds since the epoch. */
  readonly expires: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null;
  readonly partitioned: boolean;
}

/** Longer values are cut: they do not stand in code anyway. */
const LONGEST_VALUE = 48;

/** Seconds: browsers keep nothing longer than 400 days. */
const LONGEST_LIFE = 400 * 86_400;

const sameSites = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** `null` for a field that cannot be read. */
export function cookieToSet(fieldValue: string): CookieToSet | null {
  const line = cookieLine(fieldValue);
  if (line === null) return null;
  const { name, value, attributes } = line;
  const maxAge = attributes['max-age'] === null ? null : parseMaxAge(attributes['max-age']);
  const expires =
    attributes.expires === null ? null : parseCookieDate(attributes.expires, CHROMIUM_GRAMMAR);
  const sameSite = attributes.samesite?.toLowerCase() ?? '';
  return {
    name,
    value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
    domain: attributes.domain === '' ? null : attributes.domain,
    path: attributes.path?.startsWith('/') === true ? attributes.path : null,
    maxAge: maxAge === null ? null : Math.min(Math.max(maxAge, 0), LONGEST_LIFE),
    expires: maxAge !== null || expires === null ? null : Math.floor(expires / 1000),
    secure: attributes.secure !== null,
    httpOnly: attributes.httponly !== null,
    sameSite: sameSite in sameSites ? sameSites[sameSite as keyof typeof sameSites] : null,
    partitioned: attributes.partitioned !== null,
  };
}
