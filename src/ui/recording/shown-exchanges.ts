import type { RecordedExchange } from '../../lab/har/recorded-exchange.ts';

export interface Wanted {
  /** Empty: of all hosts. */
  readonly host: string;
  readonly withCookies: boolean;
}

export function hostOf({ exchange }: RecordedExchange): string {
  return URL.parse(exchange.request.targetUri)?.host ?? '';
}

export function shownExchanges(
  exchanges: readonly RecordedExchange[],
  { host, withCookies }: Wanted,
): readonly RecordedExchange[] {
  if (host === '' && !withCookies) return exchanges;
  return exchanges.filter(
    (one) => (host === '' || hostOf(one) === host) && (!withCookies || hasCookies(one)),
  );
}

function hasCookies({ exchange, differences }: RecordedExchange): boolean {
  const { cookies, setCookies } = exchange;
  return cookies.sent.length > 0 || setCookies.length > 0 || differences.length > 0;
}

/** The hosts with how many messages went there, the most frequent first. */
export function hostsOf(
  exchanges: readonly RecordedExchange[],
): readonly (readonly [host: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const one of exchanges) {
    const host = hostOf(one);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
