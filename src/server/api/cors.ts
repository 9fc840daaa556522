import { fieldValue } from '../../http/fields.ts';
import type { Field, HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Rule } from '../../http/rule.ts';
import { noContent } from '../response.ts';
import type { Turn } from '../shop/turn.ts';

/** Whose script may read the API's answers. Not `*`: that would go with no cookies (Fetch §3.3.5). */
const allowedOrigins: ReadonlySet<string> = new Set(['https://shop.example']);
/** Seconds for which a browser need not ask again; Chromium believes no more than two hours. */
const preflightMaxAge = 600;

const rule: Rule = { document: 'Fetch' };

/** Fields that let script of the shop read the answer; for every other origin only the news that it depends. */
export function corsFields(request: HttpRequest): readonly Field[] {
  const vary: Field = ['Vary', 'Origin'];
  const origin = fieldValue(request.fields, 'origin');
  if (origin === null || !allowedOrigins.has(origin)) return [vary];
  return [
    vary,
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Expose-Headers', 'WWW-Authenticate'],
  ];
}

/** Whether script of another origin sent this. Without `Origin` it is no script across origins. */
export function comesFromElsewhere(turn: Turn): boolean {
  // #marker: check-origin
  const origin = fieldValue(turn.request.fields, 'origin');
  if (origin === null || allowedOrigins.has(origin)) return false;
  turn.trace.refused('origin-refused', 'server/api/cors.ts#check-origin', rule, { origin });
  return true;
}

/** The browser's question before a request that a form could not send (Fetch, "CORS-preflight fetch"). */
export function answerPreflight(turn: Turn, methods: readonly string[]): HttpResponse {
  // #marker: preflight
  const { now, request, trace } = turn;
  const fields: Field[] = [...corsFields(request)];
  if (!comesFromElsewhere(turn)) {
    fields.push(
      ['Access-Control-Allow-Methods', methods.join(', ')],
      ['Access-Control-Allow-Headers', 'Authorization, Content-Type'],
      ['Access-Control-Max-Age', String(preflightMaxAge)],
    );
    const values = { methods: methods.join(', '), seconds: preflightMaxAge };
    trace.done('preflight-answered', 'server/api/cors.ts#preflight', values);
  }
  return noContent({ now, fields });
}
