import type { Field, HttpResponse } from '../../../http/message.ts';
import { permanentRedirect } from '../../response.ts';
import { answerWithPage } from '../answer.ts';
import type { Visitor } from '../memory/memory.ts';
import { problemPage } from '../pages/problem-page.ts';
import type { Turn } from '../turn.ts';
import { admitsFormToken, prepareFormToken } from './form-token.ts';
import { admitsFetchSite, admitsOrigin } from './request-source.ts';

/** Whether the request may go on to its handler: the answer that it gets instead, `null` where it may. */
export type Admit = (turn: Turn, visitor: Visitor) => Promise<HttpResponse | null>;

/** Kept for a year, for all names below the shop's as well. */
const strictTransport: Field = ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'];

/** Script only from the shop's own files, and no talk but with the shop and its API. */
const policy: Field = [
  'Content-Security-Policy',
  "default-src 'self'; connect-src 'self' https://api.shop.example; object-src 'none'; base-uri 'none'",
];

/** The shop behind the defences that are up. */
export async function guarded(
  turn: Turn,
  answer: (turn: Turn, admit: Admit) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const { protection } = turn.settings;
  const byTls = turn.url.protocol === 'https:';
  if (protection.redirectToTls && !byTls) return sendToTls(turn);
  const response = await answer(turn, admit);
  const fields = [...response.fields];
  // Without TLS anybody on the way could have written the field, and browsers overlook it (RFC 6797 §8.1).
  if (protection.strictTransportSecurity && byTls) fields.push(strictTransport);
  if (protection.contentSecurityPolicy && isDocument(response)) fields.push(policy);
  return { ...response, fields };
}

const admit: Admit = async (turn, visitor) => {
  const isUnsafe = turn.request.method === 'POST';
  if (!admitsFetchSite(turn)) return refuse(turn, visitor);
  if (isUnsafe && !admitsOrigin(turn)) return refuse(turn, visitor);
  if (isUnsafe && !(await admitsFormToken(turn, visitor))) return refuse(turn, visitor);
  await prepareFormToken(turn, visitor);
  return null;
};

function refuse(turn: Turn, visitor: Visitor): HttpResponse {
  return answerWithPage(turn, visitor, 403, problemPage(403, turn.language));
}

function sendToTls(turn: Turn): HttpResponse {
  // #marker: send-to-tls
  const location = new URL(turn.url);
  location.protocol = 'https:';
  turn.trace.refused(
    'sent-to-tls',
    'server/shop/protection/guarded.ts#send-to-tls',
    { document: 'RFC6797', section: '7.2' },
    { location: location.href },
  );
  return permanentRedirect(location.href, { now: turn.now });
}

function isDocument({ fields }: HttpResponse): boolean {
  return fields.some(([name, value]) => name === 'Content-Type' && value.startsWith('text/html'));
}
