import { fieldValue } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { SetCookieDecision } from '../../cookies/decision.ts';
import type { Exchange } from '../../lab/exchange.ts';
import * as m from '../../messages/compiled/messages.js';
import { splitSecrets } from '../secret/split-secrets.ts';
import { failureText } from './failure-text.ts';

/** Path and query of a target URI, as in the request line. */
export function pathOf(targetUri: string): string {
  const url = URL.parse(targetUri);
  return url === null ? targetUri : url.pathname + url.search;
}

/** Where a target URI leads: the host, with the scheme in front where it is not the secure one. */
export function placeOf(targetUri: string): string {
  const url = URL.parse(targetUri);
  if (url === null) return '';
  return url.protocol === 'https:' ? url.host : url.origin;
}

/** What a cookie note on an arrow names: the key where there is one, the cookie's name otherwise. */
export interface CookieNote {
  readonly name: string;
  /** The value, if it holds a known key or a token. */
  readonly key: string | null;
  /** How many more cookies there are. */
  readonly more: number;
}

export function sentNote({ cookies }: Exchange, secrets: ReadonlySet<string>): CookieNote | null {
  return note(
    cookies.sent.map(({ cookie }) => cookie),
    secrets,
  );
}

export function setNote(
  decisions: readonly SetCookieDecision[],
  secrets: ReadonlySet<string>,
): CookieNote | null {
  return note(decisions.map(cookieOf), secrets);
}

/** Name and value of the cookie that a decision is about; no value if it was not stored. */
export function cookieOf(decision: SetCookieDecision): { name: string; value: string } {
  return decision.ok ? decision.cookie : { name: decision.name, value: '' };
}

function note(
  cookies: readonly { name: string; value: string }[],
  secrets: ReadonlySet<string>,
): CookieNote | null {
  const withKey = cookies.find(({ value }) => hasKey(value, secrets));
  const chosen = withKey ?? cookies[0];
  if (!chosen) return null;
  return {
    name: chosen.name,
    key: withKey ? keyIn(withKey.value, secrets) : null,
    more: cookies.length - 1,
  };
}

function hasKey(value: string, secrets: ReadonlySet<string>): boolean {
  return splitSecrets(value, secrets).some(({ kind }) => kind !== 'plain');
}

function keyIn(value: string, secrets: ReadonlySet<string>): string | null {
  return splitSecrets(value, secrets).find(({ kind }) => kind !== 'plain')?.text ?? null;
}

/** The verdict on the first cookie, where it is not simply "stored". */
export function setVerdict(decisions: readonly SetCookieDecision[]): 'rejected' | 'deleted' | null {
  if (decisions.some(({ ok }) => !ok)) return 'rejected';
  return decisions.some(({ code }) => code === 'deleted' || code === 'nothing-to-delete')
    ? 'deleted'
    : null;
}

/** What came back, in a word: the page's title, or the media type. */
export function contentNote(response: HttpResponse): string {
  const title = /<title>([^<]*)<\/title>/i.exec(response.content)?.[1];
  if (title !== undefined) return title.trim();
  if (response.content === '') return '';
  return fieldValue(response.fields, 'Content-Type')?.split(';')[0]?.trim() ?? '';
}

/** Whose frame a document is for, in words; `null` where it is for none. The page that holds it is the referrer. */
export function frameText({ request }: Exchange): string | null {
  if (fieldValue(request.fields, 'Sec-Fetch-Dest') !== 'iframe') return null;
  const host = URL.parse(fieldValue(request.fields, 'Referer') ?? '')?.host;
  return host === undefined ? m.jar_in_frame() : m.jar_in_frame_of({ host });
}

/** The whole exchange in one line, for those who do not see the arrows: `POST /login → 303, Set-Cookie sid`. */
export function exchangeName(exchange: Exchange): string {
  const { request, response, failure, cookies, setCookies } = exchange;
  const outcome = response
    ? String(response.status)
    : failure
      ? failureText(failure)
      : m.wire_waiting();
  const parts = [`${request.method} ${pathOf(request.targetUri)} → ${outcome}`];
  const frame = frameText(exchange);
  if (frame !== null) parts.push(frame);
  if (cookies.sent.length > 0)
    parts.push(m.wire_name_cookie({ names: names(cookies.sent.map(({ cookie }) => cookie)) }));
  if (setCookies.length > 0)
    parts.push(m.wire_name_set_cookie({ names: names(setCookies.map(cookieOf)) }));
  return parts.join(', ');
}

function names(cookies: readonly { name: string }[]): string {
  return cookies.map(({ name }) => name).join(' ');
}

/** How many exchanges are folded into a page's, in words. */
export function foldedText(folded: readonly Exchange[]): string {
  const count = folded.length;
  if (folded.every(({ kind }) => kind === 'preflight'))
    return count === 1 ? m.jar_folded_preflight() : m.jar_folded_preflights({ count });
  const pictures = folded.every(({ request }) =>
    /\.(svg|png|jpe?g|gif|webp|ico)$/i.test(pathOf(request.targetUri).split('?')[0] ?? ''),
  );
  if (pictures) return count === 1 ? m.wire_folded_picture() : m.wire_folded_pictures({ count });
  return count === 1 ? m.wire_folded_file() : m.wire_folded_files({ count });
}

/** The virtual time that passed between two exchanges, in words, if it is a minute or more. */
export function gapText(before: Exchange, after: Exchange, language: string): string | null {
  const minutes = Math.floor((after.startedAt - (before.endedAt ?? before.startedAt)) / 60_000);
  if (minutes < 1) return null;
  const [amount, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1440
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return m.wire_later({ duration: format.format(amount) });
}
