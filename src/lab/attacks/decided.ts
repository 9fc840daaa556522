import type {
  CookieRejected,
  Retrieval,
  SendDecision,
  WithheldCode,
} from '../../cookies/decision.ts';
import type { Rule } from '../../http/rule.ts';
import type { TraceStep } from '../../server/events.ts';
import type { LogEntry } from '../log.ts';

/** What an attack failed by: one line of the log. */
export interface Decided {
  readonly sequence: number;
  /** `null` where nothing was even asked for. */
  readonly exchangeId: string | null;
  readonly code: string;
  /** `null` where a step was done, rather than a rule kept. */
  readonly rule: Rule | null;
  readonly by: DecidedBy;
}

/** Who decided: the jar, the page's policy, what the browser knows of the host, a step of the server's. */
export type DecidedBy =
  | { readonly kind: 'withheld'; readonly decision: SendDecision }
  | { readonly kind: 'rejected'; readonly decision: CookieRejected }
  | { readonly kind: 'policy' }
  | { readonly kind: 'strict-transport' }
  | { readonly kind: 'step'; readonly step: TraceStep };

type Refusal = Omit<Decided, 'sequence'>;

/** Reasons for keeping a key back that no attack can do anything about; the others are those of every request. */
const keptBack: ReadonlySet<WithheldCode | 'sent'> = new Set([
  'secure',
  'http-only',
  'same-site-strict',
  'same-site-lax',
  'same-site-unspecified',
  'third-party-blocked',
]);

/** Steps that were done, and by which what somebody held became worthless. */
const disarming: ReadonlySet<string> = new Set(['reviews-escaped', 'session-id-dropped']);

/** What follows when somebody is not known: it was decided before. */
const consequences: ReadonlySet<string> = new Set([
  'sign-in-required',
  'cart-empty',
  'route-unknown',
  'method-refused',
]);

/** The first thing after that line of the log by which an attack can have failed. */
export function decidedAfter(log: readonly LogEntry[], sequence: number): Decided | null {
  let consequence: Decided | null = null;
  for (const entry of log) {
    if (entry.sequence <= sequence) continue;
    const refusal = refusalIn(entry);
    if (refusal === null) continue;
    const decided = { sequence: entry.sequence, ...refusal };
    if (!consequences.has(refusal.code)) return decided;
    consequence ??= decided;
  }
  return consequence;
}

function refusalIn({ event }: LogEntry): Refusal | null {
  switch (event.type) {
    case 'request-sent':
      return withheldIn(event.cookies, event.exchangeId);
    case 'script-read-cookies':
      return withheldIn(event.cookies, null);
    case 'response-received': {
      const rejected = event.setCookies.find((decision) => !decision.ok);
      if (rejected === undefined) return null;
      return {
        exchangeId: event.exchangeId,
        code: rejected.code,
        rule: rejected.rule,
        by: { kind: 'rejected', decision: rejected },
      };
    }
    case 'script-blocked':
      return { exchangeId: null, code: event.code, rule: event.rule, by: { kind: 'policy' } };
    case 'request-upgraded':
      return {
        exchangeId: null,
        code: event.type,
        rule: event.rule,
        by: { kind: 'strict-transport' },
      };
    case 'trace':
      return refusalOf(event.step, event.exchangeId);
    default:
      return null;
  }
}

function withheldIn({ withheld }: Retrieval, exchangeId: string | null): Refusal | null {
  const found = withheld.find(({ code }) => keptBack.has(code));
  if (found === undefined) return null;
  const by = { kind: 'withheld', decision: found } as const;
  return { exchangeId, code: found.code, rule: found.rule, by };
}

function refusalOf(step: TraceStep, exchangeId: string): Refusal | null {
  const { code, outcome, rule } = step;
  if (outcome !== 'refused' && !disarming.has(code)) return null;
  return { exchangeId, code, rule: rule ?? null, by: { kind: 'step', step } };
}
