import { withField } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Rule } from '../../http/rule.ts';
import { withoutContent } from '../response.ts';
import type { Turn } from '../shop/turn.ts';
import { answerPreflight, comesFromElsewhere, corsFields } from './cors.ts';
import { answerWithError } from './json.ts';
import { routesAt } from './routes.ts';

/** `https://api.shop.example`: JSON for the script of the shop's pages. Same site, another origin. */
export async function api(turn: Turn): Promise<HttpResponse> {
  const response = await answer(turn);
  const readable = corsFields(turn.request).reduce(
    (fields, [name, value]) =>
      fields.some(([written]) => written === name) ? fields : withField(fields, name, value),
    response.fields,
  );
  const answered = { ...response, fields: readable };
  return turn.request.method === 'HEAD' ? withoutContent(answered) : answered;
}

async function answer(turn: Turn): Promise<HttpResponse> {
  const { method } = turn.request;
  const { pathname: path } = turn.url;
  // #marker: find-route
  const candidates = routesAt(path);
  if (candidates.length === 0) {
    const rule: Rule = { document: 'RFC9110', section: '15.5.5' };
    turn.trace.refused('route-unknown', 'server/api/api.ts#find-route', rule, { path });
    return answerWithError(turn, 404, 'not_found');
  }
  const methods = candidates.map((candidate) => candidate.method);
  if (method === 'OPTIONS') return answerPreflight(turn, methods);
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = candidates.find((candidate) => candidate.method === wanted);
  if (route === undefined) {
    const rule: Rule = { document: 'RFC9110', section: '15.5.6' };
    turn.trace.refused('method-refused', 'server/api/api.ts#find-route', rule, { method });
    return answerWithError(turn, 405, 'method_not_allowed', [['Allow', methods.join(', ')]]);
  }
  // What changes something heeds the shop's own pages only: a cookie comes along by itself.
  if (wanted === 'POST' && comesFromElsewhere(turn)) return answerWithError(turn, 403, 'forbidden');
  return route.handler(turn, (route.path.exec(path) ?? []).slice(1));
}
