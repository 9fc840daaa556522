import type { Exchange } from '../../../lab/exchange.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import { fieldValue } from '../../../http/fields.ts';
import { hostOf, pathOf, traced } from '../../observations.ts';
import { alice, shop } from '../../preparations.ts';
import type { Evidence } from '../../step.ts';

/** What script of the shop has stored in a browser under that name; `null`: nothing. */
export function storedToken(
  lab: Lab,
  name: 'access_token' | 'refresh_token',
  browserId: string = alice,
): string | null {
  const areas = lab.browsers.get(browserId)?.storage.all() ?? [];
  const entries = areas.filter(({ origin }) => origin === shop).flatMap((area) => area.entries);
  return entries.findLast(([key]) => key === name)?.[1] ?? null;
}

/** The requests of a browser's pages to the API at that path that were answered, oldest first. */
export function askedApi(
  { exchanges }: Pick<Evidence, 'exchanges'>,
  path: string,
  browserId: string = alice,
): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      one.kind === 'fetch' &&
      one.response !== null &&
      one.browserId === browserId &&
      hostOf(one) === 'api.shop.example' &&
      pathOf(one) === path,
  );
}

export function bearerToken({ request }: Exchange): string | null {
  const authorization = fieldValue(request.fields, 'authorization') ?? '';
  return /^Bearer (.+)$/i.exec(authorization)?.[1] ?? null;
}

/** The API answered whoever showed this token, as Alice. */
export function isLetIn(exchange: Exchange): boolean {
  return traced(exchange, 'token-claims-valid') && exchange.response?.status === 200;
}

/** Refused because its time is up, and for nothing else. */
export function isExpired(exchange: Exchange): boolean {
  return exchange.trace.some(
    ({ code, values }) => code === 'token-claims-refused' && values['claim'] === 'exp',
  );
}

/** Seconds from `iat` to `exp` of the token that came along; `null` where none can be read. */
export function lifeOfToken(exchange: Exchange): number | null {
  const payload = bearerToken(exchange)?.split('.')[1];
  if (payload === undefined) return null;
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const { iat, exp } = JSON.parse(text) as { readonly iat?: unknown; readonly exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? exp - iat : null;
  } catch {
    return null;
  }
}

/** A line of the console that asks the API who it is, with a token from anywhere. */
export function askWith(token: string): string {
  const options = `{ headers: { Authorization: 'Bearer ${token}' } }`;
  return `(await fetch('https://api.shop.example/me', ${options})).status`;
}

/** A line of the console that puts a copied refresh token where the page's script looks for its own. */
export function plant(token: string): string {
  return `localStorage.setItem('signed_in', 'yes'); localStorage.setItem('refresh_token', '${token}')`;
}
