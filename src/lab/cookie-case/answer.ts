import type { BrowserEvent, NavigationRefusalCode } from '../../browser/events.ts';
import type { ResourceRefusalCode } from '../../browser/embedding-rules.ts';
import type { ScriptRefusalCode } from '../../browser/script-access.ts';
import { cookieKey, type CookieJar } from '../../cookies/cookie-jar.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { DecisionValues, SendDecision, SetCookieDecision } from '../../cookies/decision.ts';
import { decideSending, requestOf } from '../../cookies/send-decision.ts';
import type { PublicSuffixes } from '../../http/public-suffixes.ts';
import type { Rule } from '../../http/rule.ts';
import type { CookieCase } from './cookie-case.ts';
import { cookieLine, isMeantToDelete } from './intention.ts';
import { writtenZone, type WrittenZone } from './written-zone.ts';
import { playCase, type Played, type RequestSent } from './play-case.ts';

/** What became of one `Set-Cookie` field. */
export type Fate =
  | 'sent'
  | 'withheld'
  | 'rejected'
  /** A later field put another cookie in its place, or deleted it. */
  | 'overwritten'
  /** It deleted a cookie, as it was meant to. */
  | 'deleted'
  /** It was meant to delete a cookie, and there was none in its scope. */
  | 'nothing-deleted'
  /** It ended before it began: not meant to delete anything. */
  | 'born-expired'
  /** There was no more room. */
  | 'evicted'
  /** The response that would set it never came. */
  | 'never-set'
  /** The request that would carry it was never made. */
  | 'never-asked';

export interface CookieStory {
  readonly fieldValue: string;
  readonly name: string;
  readonly fate: Fate;
  /** `null` where no response came. */
  readonly decision: SetCookieDecision | null;
  /** About the cookie that it left in the jar, if it did and the request was made. */
  readonly sending: SendDecision | null;
  readonly meantToDelete: boolean;
  /** The zone in its `Expires`, which does not count. */
  readonly zone: WrittenZone | null;
}

/** What the browser made of one request as such. */
export type AskingOutcome =
  | {
      readonly made: true;
      readonly sent: RequestSent;
      /** Another address than the one asked for: a picture goes by TLS in a page by TLS. */
      readonly upgraded: boolean;
      /** Why script may not read the answer; cookies have come and gone all the same. */
      readonly unreadable: NotMade | null;
    }
  | ({ readonly made: false } & NotMade);

/** Why something was refused. */
export interface NotMade {
  readonly code: ScriptRefusalCode | ResourceRefusalCode | NavigationRefusalCode | 'no-page';
  /** `null`: no rule, the address is none. */
  readonly rule: Rule | null;
  readonly values: DecisionValues;
}

export interface CaseAnswer {
  readonly setting: AskingOutcome;
  readonly request: AskingOutcome;
  /** One for each field, in order. */
  readonly cookies: readonly CookieStory[];
  /** The `Cookie` field of the request; `null`: it had none. */
  readonly cookieField: string | null;
}

/** What a browser does in that case: for each cookie whether it is stored, whether it is sent, and why. */
export async function answerCase(
  cookieCase: CookieCase,
  suffixes: PublicSuffixes,
): Promise<CaseAnswer> {
  const { setting, request, jar } = await playCase(cookieCase, suffixes);
  const decisions = setting.received?.setCookies ?? [];
  const cookies = cookieCase.setCookies.map((fieldValue, index): CookieStory => {
    const decision = decisions[index] ?? null;
    const meantToDelete = isMeantToDelete(fieldValue, cookieCase.now);
    const name = nameOf(fieldValue, decision);
    const later = decisions.slice(index + 1);
    const told = tellFate(decision, later, { meantToDelete, request, jar, suffixes });
    const zone = zoneOf(fieldValue);
    return { fieldValue, name, decision, meantToDelete, zone, ...told };
  });
  return {
    setting: outcomeOf(setting),
    request: outcomeOf(request),
    cookies,
    cookieField: request.sent?.cookies.fieldValue ?? null,
  };
}

/** `Max-Age` wins: then nobody looks at `Expires`. */
function zoneOf(fieldValue: string): WrittenZone | null {
  const { 'max-age': maxAge = null, expires = null } = cookieLine(fieldValue)?.attributes ?? {};
  return maxAge !== null || expires === null ? null : writtenZone(expires);
}

function nameOf(fieldValue: string, decision: SetCookieDecision | null): string {
  if (decision === null) return fieldValue.split(/[=;]/, 1)[0]?.trim() ?? '';
  return decision.ok ? decision.cookie.name : decision.name;
}

interface Surroundings {
  readonly meantToDelete: boolean;
  readonly request: Played;
  readonly jar: CookieJar;
  readonly suffixes: PublicSuffixes;
}

function tellFate(
  decision: SetCookieDecision | null,
  later: readonly SetCookieDecision[],
  { meantToDelete, request, jar, suffixes }: Surroundings,
): Pick<CookieStory, 'fate' | 'sending'> {
  const unsent = (fate: Fate) => ({ fate, sending: null });
  if (decision === null) return unsent('never-set');
  if (!decision.ok) return unsent('rejected');
  if (decision.code === 'deleted') return unsent(meantToDelete ? 'deleted' : 'born-expired');
  if (decision.code === 'nothing-to-delete')
    return unsent(meantToDelete ? 'nothing-deleted' : 'born-expired');
  const key = cookieKey(decision.cookie);
  if (later.some((other) => other.ok && cookieKey(other.cookie) === key))
    return unsent('overwritten');
  if (!jar.all().some((cookie) => cookieKey(cookie) === key)) return unsent('evicted');
  if (request.sent === null) return unsent('never-asked');
  const sending = sendingOf(decision.cookie, request.sent, jar, suffixes);
  return { fate: sending.ok ? 'sent' : 'withheld', sending };
}

/** The browser explains only so many cookies of other sites; about the rest there is one thing to say. */
function sendingOf(
  cookie: Cookie,
  { cookies, request }: RequestSent,
  jar: CookieJar,
  suffixes: PublicSuffixes,
): SendDecision {
  const key = cookieKey(cookie);
  const decision = [...cookies.sent, ...cookies.withheld].find(
    (other) => cookieKey(other.cookie) === key,
  );
  if (decision !== undefined) return decision;
  const access = {
    url: request.targetUri,
    api: 'http',
    sameSiteContext: 'cross-site',
    topLevelSite: null,
    now: cookie.lastAccessTime,
  } as const;
  return decideSending(cookie, requestOf(access, suffixes, jar.thirdPartyCookies));
}

function outcomeOf({ sent, events }: Played): AskingOutcome {
  const [refusal = null] = events.flatMap(refusalIn);
  if (sent === null)
    return { made: false, ...(refusal ?? { code: 'no-page', rule: null, values: {} }) };
  const upgraded = events.some(({ type }) => type === 'resource-upgraded');
  const wasFetch = sent.kind === 'fetch';
  return { made: true, sent, upgraded, unreadable: wasFetch ? refusal : null };
}

function refusalIn(event: BrowserEvent): readonly NotMade[] {
  if (event.type === 'script-refused')
    return [{ code: event.code as ScriptRefusalCode, rule: event.rule, values: event.values }];
  if (event.type === 'resource-blocked') {
    const { code, rule, values, resourceUrl } = event;
    return [{ code, rule, values: { ...values, url: resourceUrl } }];
  }
  if (event.type !== 'navigation-refused') return [];
  return [{ code: event.code, rule: null, values: { url: event.url } }];
}
