import * as m from '../../messages/compiled/messages.js';
import type { Asker, MatrixCell, MatrixRoute } from './send-matrix.ts';

const askerNames: Record<Asker, () => string> = {
  link: m.jar_asker_link,
  'address-bar': m.jar_asker_address_bar,
  form: m.jar_asker_form,
  image: m.jar_asker_image,
  fetch: m.jar_asker_fetch,
  frame: m.jar_asker_frame,
  script: m.jar_asker_script,
};

const routeNames: Record<MatrixRoute, () => string> = {
  'same-site': m.jar_route_same_site,
  'cross-site': m.jar_route_cross_site,
  subdomain: m.jar_route_subdomain,
  http: m.jar_route_http,
};

export function askerName(asker: Asker): string {
  return askerNames[asker]();
}

export function routeName(route: MatrixRoute): string {
  return routeNames[route]();
}

/** The verdict in a word. Script is sent nothing: it sees the cookie, or does not. */
export function verdictWord({ asker, decision }: MatrixCell): string {
  if (asker === 'script') return decision.ok ? m.jar_cell_seen() : m.jar_cell_hidden();
  return decision.ok ? m.jar_cell_sent() : m.jar_cell_not_sent();
}

/** What an edit changes about where a cookie goes, in a sentence or two; `null` where nothing changes. */
export function effectText(
  before: readonly (readonly MatrixCell[])[],
  after: readonly (readonly MatrixCell[])[],
): string | null {
  const was = new Map(before.flat().map((cell) => [placeOf(cell), cell.decision.ok]));
  const changed = after.flat().filter((cell) => was.get(placeOf(cell)) === !cell.decision.ok);
  const more = changed.filter(({ decision }) => decision.ok);
  const less = changed.filter(({ decision }) => !decision.ok);
  const sentences = [
    ...(more.length > 0 ? [m.jar_effect_more({ list: listed(more, after.length) })] : []),
    ...(less.length > 0 ? [m.jar_effect_less({ list: listed(less, after.length) })] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function placeOf({ asker, route }: MatrixCell): string {
  return `${asker} ${route}`;
}

/** By column, and without its rows where it is the whole column. */
function listed(cells: readonly MatrixCell[], rows: number): string {
  const byRoute = new Map<MatrixRoute, string[]>();
  for (const { route, asker } of cells)
    byRoute.set(route, [...(byRoute.get(route) ?? []), askerName(asker)]);
  return [...byRoute]
    .map(([route, names]) =>
      names.length === rows ? routeName(route) : `${routeName(route)} (${names.join(', ')})`,
    )
    .join(' · ');
}
