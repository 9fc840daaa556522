import type { DecisionNote, SendDecision, SetCookieDecision } from '../../cookies/decision.ts';
import { sameSiteText } from '../../cookies/same-site.ts';
import * as m from '../../messages/compiled/messages.js';
import {
  noteWords,
  rejectedWords,
  said,
  sentWords,
  storedWords,
  withheldWords,
  type Words,
} from './decision-words.ts';
import { requestText, type Asking } from './asking.ts';

/** What the jar did with one `Set-Cookie`, and why. */
export function setCookieText(decision: SetCookieDecision): string {
  return said(setWords(decision).text, decision.values);
}

/** The same in two or three words: "Rejected · SameSite=None without Secure". */
export function setCookieLabel(decision: SetCookieDecision): string {
  return said(setWords(decision).label, decision.values);
}

/** Why a cookie goes with a request, or stays at home; with what asked for it, more exactly so. */
export function sendText(decision: SendDecision, asking?: Asking): string {
  return sameSiteReason(decision, asking) ?? said(sendWords(decision).text, decision.values);
}

/** The same in two or three words: "Not sent · SameSite=Lax". */
export function sendLabel(decision: SendDecision): string {
  return said(sendWords(decision).label, decision.values);
}

/** What was noticed on the way. */
export function noteText({ code, values }: DecisionNote): string {
  return said(noteWords[code].text, values);
}

function setWords(decision: SetCookieDecision): Words {
  return decision.ok ? storedWords[decision.code] : rejectedWords[decision.code];
}

/** The two-minute exception is known by the age it names. */
function sendWords({ code, values }: SendDecision): Words {
  if (code !== 'sent') return withheldWords[code];
  return sentWords['age' in values ? 'lax-allowing-unsafe' : 'sent'];
}

/** SameSite looks at the request more than at the cookie: what kind of request it was says why. */
function sameSiteReason({ code, cookie }: SendDecision, asking?: Asking): string | null {
  if (asking === undefined || !code.startsWith('same-site-')) return null;
  const { name } = cookie;
  const sameSite = sameSiteText(cookie.sameSite);
  if (asking.by === 'script') return m.cookies_withheld_from_cross_site_script({ name, sameSite });
  const request = requestText(asking);
  return cookie.sameSite === 'unspecified'
    ? m.cookies_withheld_same_site_default_in({ name, request })
    : m.cookies_withheld_same_site_in({ name, sameSite, request });
}
