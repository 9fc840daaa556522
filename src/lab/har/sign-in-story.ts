import { fieldValue } from '../../http/fields.ts';
import { registrableDomain, type PublicSuffixes } from '../../http/origin.ts';
import type { Exchange } from '../exchange.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import { cookieReason, type Recognised } from './recognise.ts';

export type StoryCode =
  | 'form-opened'
  | 'cookie-before'
  | 'posted'
  | 'sent-away'
  | 'came-back'
  | 'redirected'
  | 'answered'
  | 'cookie-set'
  | 'cookie-replaced'
  | 'cookie-kept'
  | 'protected'
  | 'readable'
  | 'token-given'
  | 'cookie-carried'
  | 'token-carried'
  | 'never-carried'
  | 'signed-out';

/** One sentence of a story, and the exchange that it tells of. */
export interface Sentence {
  readonly code: StoryCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly exchangeId: string;
}

/** Names under which forms and APIs ask for a secret. */
const PASSWORD_NAME = /pass(?:word|wd|phrase|code)?|pwd|passwort|비밀번호/i;

/** So long after the sending, milliseconds, a new key is taken for its answer. */
const SIGN_IN_TIME = 60_000;

interface Beginning {
  readonly place: number;
  /** The field that holds the password; `null` where another site asked for it. */
  readonly field: string | null;
}

/**
 * A sign-in told in three to eight sentences: what was sent, what key came back, and what it was good for.
 * Empty where none is found. The recording must be in the order of time.
 */
export function signInStory(
  recorded: readonly RecordedExchange[],
  recognised: readonly Recognised[],
  suffixes: PublicSuffixes,
): readonly Sentence[] {
  const all = beginnings(recorded);
  for (const [index, beginning] of all.entries()) {
    // What the next attempt brings is not this one's.
    const end = all[index + 1]?.place ?? recorded.length;
    const story = storyFrom(beginning, end, recorded, recognised, suffixes);
    if (story !== null) return story;
  }
  return [];
}

/** Where a sign-in may begin: a password is sent, or a code comes back from another site (RFC 6749 §4.1.2). */
function beginnings(recorded: readonly RecordedExchange[]): readonly Beginning[] {
  return recorded.flatMap(({ exchange }, place): Beginning[] => {
    const field = exchange.request.method === 'GET' ? null : passwordField(exchange);
    if (field !== null) return [{ place, field }];
    return isReturn(exchange) ? [{ place, field: null }] : [];
  });
}

/** Name of the member of a form or of JSON that looks like a password's; `null` where there is none. */
export function passwordField({ request }: Exchange): string | null {
  const { content, fields } = request;
  const type = fieldValue(fields, 'Content-Type') ?? '';
  const names = /json/i.test(type)
    ? [...content.matchAll(/"([^"\\]{1,60})"\s*:\s*"/g)].map(([, name = '']) => name)
    : /multipart/i.test(type)
      ? [...content.matchAll(/ name="([^"\r\n]{1,60})"/g)].map(([, name = '']) => name)
      : [...new URLSearchParams(content).keys()];
  return names.find((name) => PASSWORD_NAME.test(name))?.slice(0, 60) ?? null;
}

function isReturn({ request, kind }: Exchange): boolean {
  const query = URL.parse(request.targetUri)?.searchParams;
  return kind === 'navigation' && query?.has('code') === true && query.has('state');
}

function storyFrom(
  { place, field }: Beginning,
  end: number,
  recorded: readonly RecordedExchange[],
  recognised: readonly Recognised[],
  suffixes: PublicSuffixes,
): readonly Sentence[] | null {
  const first = recorded[place]?.exchange;
  if (first === undefined) return null;
  const domain = domainOf(first, suffixes);
  const window = recorded
    .slice(place, end)
    .map(({ exchange }) => exchange)
    .filter(
      (one) =>
        domainOf(one, suffixes) === domain && one.startedAt - first.startedAt <= SIGN_IN_TIME,
    );
  const given = keyGiven(first, window, recognised);
  if (given === null) return null;
  return [
    ...(field === null
      ? cameBack(first, recorded.slice(0, place), suffixes)
      : posted(first, field, recorded.slice(0, place))),
    ...answered(first, recorded),
    ...(given.kind === 'cookie' ? cookieStory(given, recorded) : tokenStory(given.token, recorded)),
  ];
}

interface CookieGiven {
  readonly kind: 'cookie';
  readonly exchange: Exchange;
  readonly decision: Extract<Exchange['setCookies'][number], { readonly ok: true }>;
  /** Its value before; `null` where there was none. */
  readonly before: string | null;
}

interface TokenGiven {
  readonly kind: 'token';
  readonly token: Recognised;
}

function keyGiven(
  first: Exchange,
  window: readonly Exchange[],
  recognised: readonly Recognised[],
): CookieGiven | TokenGiven | null {
  const asked = new Map(first.cookies.sent.map(({ cookie }) => [cookie.name, cookie.value]));
  for (const exchange of window) {
    for (const decision of exchange.setCookies) {
      if (!decision.ok || decision.code === 'deleted' || decision.code === 'nothing-to-delete')
        continue;
      const { name, value, httpOnly } = decision.cookie;
      if (cookieReason(name, value, httpOnly) === null) continue;
      return { kind: 'cookie', exchange, decision, before: asked.get(name) ?? null };
    }
    const token = recognised.find(
      ({ firstId, where }) => firstId === exchange.id && where === 'content',
    );
    if (token !== undefined) return { kind: 'token', token };
  }
  return null;
}

function posted(
  first: Exchange,
  field: string,
  earlier: readonly RecordedExchange[],
): readonly Sentence[] {
  const { request, id } = first;
  const referrer = fieldValue(request.fields, 'Referer');
  const form = earlier.findLast(
    ({ exchange }) =>
      exchange.kind === 'navigation' && exchange.request.targetUri === referrer?.split('#')[0],
  )?.exchange;
  return [
    ...(form === undefined
      ? []
      : [sentence('form-opened', form.id, { place: placeOf(form), status: statusOf(form) })]),
    ...first.cookies.sent
      .filter(({ cookie }) => cookieReason(cookie.name, cookie.value, cookie.httpOnly) !== null)
      .slice(0, 1)
      .map(({ cookie }) => sentence('cookie-before', id, { name: cookie.name })),
    sentence('posted', id, { place: placeOf(first), method: request.method, field }),
  ];
}

function cameBack(
  first: Exchange,
  earlier: readonly RecordedExchange[],
  suffixes: PublicSuffixes,
): readonly Sentence[] {
  const away = earlier.findLast(({ exchange }) => {
    const query = URL.parse(exchange.request.targetUri)?.searchParams;
    return query?.has('client_id') === true && query.has('redirect_uri');
  })?.exchange;
  const isElsewhere = away !== undefined && domainOf(away, suffixes) !== domainOf(first, suffixes);
  return [
    ...(isElsewhere ? [sentence('sent-away', away.id, { host: hostOf(away) })] : []),
    sentence('came-back', first.id, { place: placeOf(first) }),
  ];
}

function answered(first: Exchange, recorded: readonly RecordedExchange[]): readonly Sentence[] {
  const next = recorded.find(
    ({ exchange }) => exchange.cause === 'redirect' && exchange.parentId === first.id,
  )?.exchange;
  const status = statusOf(first);
  return next === undefined
    ? [sentence('answered', first.id, { status })]
    : [sentence('redirected', first.id, { status, place: placeOf(next) })];
}

function cookieStory(
  { exchange, decision, before }: CookieGiven,
  recorded: readonly RecordedExchange[],
): readonly Sentence[] {
  const { name, value, httpOnly, secureOnly } = decision.cookie;
  const change =
    before === null ? 'cookie-set' : before === value ? 'cookie-kept' : 'cookie-replaced';
  const carriers = recorded.filter(({ exchange: one }) =>
    one.cookies.sent.some(({ cookie }) => cookie.name === name && cookie.value === value),
  );
  const [carrier] = carriers.filter(({ exchange: one }) => one.sequence > exchange.sequence);
  const out = recorded.find(
    ({ exchange: one }) =>
      one.sequence > exchange.sequence &&
      one.setCookies.some(
        ({ ok, code, ...rest }) =>
          ok && code === 'deleted' && 'cookie' in rest && rest.cookie.name === name,
      ),
  );
  return [
    sentence(change, exchange.id, { name }),
    sentence(httpOnly && secureOnly ? 'protected' : 'readable', exchange.id, {
      name,
      missing: [httpOnly ? '' : 'HttpOnly', secureOnly ? '' : 'Secure'].filter(Boolean).join(', '),
    }),
    carrier === undefined
      ? sentence('never-carried', exchange.id, { name })
      : sentence('cookie-carried', carrier.exchange.id, {
          name,
          place: placeOf(carrier.exchange),
          count: carriers.length,
        }),
    ...(out === undefined
      ? []
      : [sentence('signed-out', out.exchange.id, { name, place: placeOf(out.exchange) })]),
  ];
}

function tokenStory(
  { name, value, firstId, carried }: Recognised,
  recorded: readonly RecordedExchange[],
): readonly Sentence[] {
  const carrier = recorded.find(({ exchange }) =>
    fieldValue(exchange.request.fields, 'Authorization')?.endsWith(` ${value}`),
  )?.exchange;
  return [
    sentence('token-given', firstId, { name }),
    carrier === undefined
      ? sentence('never-carried', firstId, { name })
      : sentence('token-carried', carrier.id, { place: placeOf(carrier), count: carried }),
  ];
}

function sentence(code: StoryCode, exchangeId: string, values: Sentence['values']): Sentence {
  return { code, exchangeId, values };
}

function statusOf({ response }: Exchange): number {
  return response?.status ?? 0;
}

function hostOf({ request }: Exchange): string {
  return URL.parse(request.targetUri)?.host ?? '';
}

function placeOf({ request }: Exchange): string {
  const url = URL.parse(request.targetUri);
  return url === null ? '' : `${url.host}${url.pathname}`.slice(0, 120);
}

function domainOf({ request }: Exchange, suffixes: PublicSuffixes): string {
  const host = URL.parse(request.targetUri)?.hostname ?? '';
  return registrableDomain(host, suffixes) ?? host;
}
