import type { RecordedExchange } from '../recorded-exchange.ts';

/** Code units of a portion: a page takes one in without being held up. */
const PORTION = 200_000;

/** What an exchange weighs beside its texts. */
const LEAST = 1000;

/** The exchanges in portions of about the same weight. */
export function* inPortions(
  exchanges: readonly RecordedExchange[],
): Generator<readonly RecordedExchange[]> {
  let portion: RecordedExchange[] = [];
  let weight = 0;
  for (const exchange of exchanges) {
    portion.push(exchange);
    weight += weightOf(exchange);
    if (weight < PORTION) continue;
    yield portion;
    portion = [];
    weight = 0;
  }
  if (portion.length > 0) yield portion;
}

function weightOf({ exchange, changes, differences }: RecordedExchange): number {
  const { request, response, cookies, setCookies } = exchange;
  const fields = [...request.fields, ...(response?.fields ?? [])];
  const decisions =
    cookies.sent.length +
    cookies.withheld.length +
    setCookies.length +
    changes.length +
    differences.length;
  return fields.reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    LEAST + decisions * 500 + request.content.length + (response?.content.length ?? 0),
  );
}
