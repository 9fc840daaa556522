import { octets } from '../../../http/octets.ts';
import { registrableDomain } from '../../../http/origin.ts';
import type { PublicSuffixes } from '../../../http/public-suffixes.ts';
import { domainMatches } from '../../../cookies/domain-matches.ts';
import { isLoopback } from '../../../http/host.ts';
import type { CookieCase } from '../cookie-case.ts';
import { cookieLine } from '../intention.ts';
import { writtenZone } from '../written-zone.ts';
import type { Change, ChangeCode } from './change.ts';
import { withAttribute, withName, withoutAttribute, withValue } from './set-cookie-text.ts';

/** Changes the fields at those places; nothing where that changes nothing. */
export function changeFields(
  cookieCase: CookieCase,
  indexes: readonly number[],
  how: Pick<Change, 'code' | 'cost'> & Partial<Pick<Change, 'values'>>,
  change: (fieldValue: string) => string,
): readonly Change[] {
  const setCookies = cookieCase.setCookies.map((fieldValue, index) =>
    indexes.includes(index) ? change(fieldValue) : fieldValue,
  );
  if (setCookies.every((text, index) => text === cookieCase.setCookies[index])) return [];
  return [
    {
      scope: 'cookie',
      code: how.code,
      cost: how.cost,
      values: how.values ?? {},
      changed: { ...cookieCase, setCookies },
    },
  ];
}

interface Simple {
  readonly cost: number;
  readonly change: (fieldValue: string) => string;
}

/** What needs to know nothing but the field. */
const simple = {
  'add-secure': { cost: 1, change: (text) => withAttribute(text, 'Secure', null) },
  'remove-domain': { cost: 1, change: (text) => withoutAttribute(text, 'Domain') },
  'path-root': { cost: 1, change: (text) => withAttribute(text, 'Path', '/') },
  'same-site-lax': { cost: 1.2, change: (text) => withAttribute(text, 'SameSite', 'Lax') },
  'same-site-none': { cost: 1.5, change: (text) => withAttribute(text, 'SameSite', 'None') },
  'add-partitioned': { cost: 1.5, change: (text) => withAttribute(text, 'Partitioned', null) },
  'remove-partitioned': { cost: 1.5, change: (text) => withoutAttribute(text, 'Partitioned') },
  'add-http-only': { cost: 1, change: (text) => withAttribute(text, 'HttpOnly', null) },
  'session-cookie': {
    cost: 1.1,
    change: (text) => withoutAttribute(withoutAttribute(text, 'Expires'), 'Max-Age'),
  },
  'strip-control-characters': {
    cost: 1,
    // eslint-disable-next-line no-control-regex
    change: (text) => text.replaceAll(/[\0-\x1f\x7f]+/g, ''),
  },
} as const satisfies Partial<Record<ChangeCode, Simple>>;

export type SimpleCode = keyof typeof simple;

export function changeSimply(
  cookieCase: CookieCase,
  indexes: readonly number[],
  code: SimpleCode,
): readonly Change[] {
  const { cost, change } = simple[code];
  return changeFields(cookieCase, indexes, { code, cost }, change);
}

/** Without TLS on a real host it exposes the cookie: worse than to get TLS. */
export function removeSecure(
  cookieCase: CookieCase,
  indexes: readonly number[],
  url: string,
): readonly Change[] {
  const cost = isLoopback(new URL(url).hostname) ? 1.5 : 8;
  return changeFields(cookieCase, indexes, { code: 'remove-secure', cost }, (text) =>
    withoutAttribute(text, 'Secure'),
  );
}

/** A Domain that both the host that sets and the host that asks lie in. */
export function widenDomain(
  cookieCase: CookieCase,
  indexes: readonly number[],
  suffixes: PublicSuffixes,
): readonly Change[] {
  const setter = new URL(cookieCase.setting.url).hostname;
  const asker = new URL(cookieCase.request.url).hostname;
  const domain = registrableDomain(setter, suffixes);
  if (domain === null || setter === asker || !domainMatches(asker, domain)) return [];
  const how = { code: 'widen-domain', cost: 1.2, values: { domain } } as const;
  return changeFields(cookieCase, indexes, how, (text) => withAttribute(text, 'Domain', domain));
}

/** The common lifetimes, in seconds. */
const lifetimes = [3600, 86_400, 30 * 86_400, 400 * 86_400];

/** A lifetime that lasts until the request is made. */
export function outlive(cookieCase: CookieCase, indexes: readonly number[]): readonly Change[] {
  const seconds = lifetimes.find((each) => each > cookieCase.secondsBetween);
  if (seconds === undefined) return [];
  const how = { code: 'max-age', cost: 1, values: { seconds } } as const;
  return changeFields(cookieCase, indexes, how, (text) =>
    withAttribute(withoutAttribute(text, 'Expires'), 'Max-Age', String(seconds)),
  );
}

/** The moment that was meant, written as browsers read it. */
export function expiresInUtc(cookieCase: CookieCase, index: number): readonly Change[] {
  const expires = cookieLine(cookieCase.setCookies[index] ?? '')?.attributes.expires ?? '';
  const zone = writtenZone(expires);
  if (zone === null) return [];
  const date = new Date(zone.meant).toUTCString();
  const how = { code: 'expires-in-utc', cost: 1, values: { date } } as const;
  return changeFields(cookieCase, [index], how, (text) => withAttribute(text, 'Expires', date));
}

/** Nothing but an identifier in the cookie; what was in it stays with the server. */
export function keepOnServer(
  cookieCase: CookieCase,
  indexes: readonly number[],
): readonly Change[] {
  const [index = 0] = indexes;
  const line = cookieCase.setCookies[index] ?? '';
  const size = octets(line.split(';', 1)[0] ?? '');
  const how = { code: 'keep-on-server', cost: 4, values: { size } } as const;
  return changeFields(cookieCase, indexes, how, (text) =>
    withValue(text, '31d4d96e407aad42f31d4d96e407aad4'),
  );
}

const PREFIX = /^__(?:host-http|host|http|secure)-/i;

/** Another name, which promises nothing. */
export function dropPrefix(cookieCase: CookieCase, indexes: readonly number[]): readonly Change[] {
  return changeFields(cookieCase, indexes, { code: 'drop-prefix', cost: 3.5 }, (text) => {
    const name = text.split(/[=;]/, 1)[0]?.trim() ?? '';
    return PREFIX.test(name) ? withName(text, name.replace(PREFIX, '')) : text;
  });
}

/** Path and Domain of one field as in another, so that both speak of one cookie. */
export function matchScope(
  cookieCase: CookieCase,
  index: number,
  other: number,
): readonly Change[] {
  const model = cookieLine(cookieCase.setCookies[other] ?? '');
  if (model === null) return [];
  const { domain, path, partitioned } = model.attributes;
  const how = { code: 'match-scope', cost: 1, values: { name: model.name } } as const;
  return changeFields(cookieCase, [index], how, (text) => {
    const inPath =
      path === null ? withoutAttribute(text, 'Path') : withAttribute(text, 'Path', path);
    const inDomain =
      domain === null
        ? withoutAttribute(inPath, 'Domain')
        : withAttribute(inPath, 'Domain', domain);
    return partitioned === null
      ? withoutAttribute(inDomain, 'Partitioned')
      : withAttribute(inDomain, 'Partitioned', null);
  });
}
