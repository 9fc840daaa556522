import { cookieKey } from '../../cookies/cookie-key.ts';
import type { SendDecision, SetCookieDecision } from '../../cookies/decision.ts';
import type { Rule } from '../../http/rule.ts';
import type { Exchange } from '../../lab/exchange.ts';
import { askingOf } from '../wire/asking.ts';
import { sendLabel, sendText, setCookieLabel, setCookieText } from '../wire/decision-text.ts';

/** What one message did with one cookie. */
export interface JarMark {
  readonly kind: 'sent' | 'withheld' | 'set' | 'deleted' | 'rejected';
  readonly label: string;
  /** The whole reason, where the label alone would leave one asking. */
  readonly text: string | null;
  readonly rule: Rule;
}

/** A cookie that the reply named and that is not in the jar because of it. */
export interface NotKept {
  readonly name: string;
  readonly mark: JarMark;
}

export interface JarMarks {
  /** By `cookieKey`. */
  readonly marks: ReadonlyMap<string, readonly JarMark[]>;
  readonly notKept: readonly NotKept[];
}

const none: JarMarks = { marks: new Map(), notKept: [] };

/** What the chosen message did with each cookie of the jar. */
export function jarMarksOf(exchange: Exchange | null): JarMarks {
  if (exchange === null) return none;
  const { sent, withheld } = exchange.cookies;
  const asking = askingOf(exchange);
  const marks = new Map<string, JarMark[]>();
  const add = (key: string, mark: JarMark) => marks.set(key, [...(marks.get(key) ?? []), mark]);
  for (const decision of [...sent, ...withheld]) {
    const text = isEvident(decision) ? null : sendText(decision, asking);
    add(cookieKey(decision.cookie), {
      kind: decision.ok ? 'sent' : 'withheld',
      label: sendLabel(decision),
      text,
      rule: decision.rule,
    });
  }
  const notKept: NotKept[] = [];
  for (const decision of exchange.setCookies) {
    const mark = setMark(decision);
    if (decision.ok && mark.kind === 'set') add(cookieKey(decision.cookie), mark);
    else notKept.push({ name: decision.ok ? decision.cookie.name : decision.name, mark });
  }
  return { marks, notKept };
}

/** A cookie that goes, and one of another host that stays, need no reason. */
function isEvident({ code, values }: SendDecision): boolean {
  return code === 'domain' || (code === 'sent' && !('age' in values));
}

function setMark(decision: SetCookieDecision): JarMark {
  const kind = !decision.ok
    ? 'rejected'
    : decision.code === 'stored' || decision.code === 'replaced'
      ? 'set'
      : 'deleted';
  return {
    kind,
    label: setCookieLabel(decision),
    text: kind === 'set' ? null : setCookieText(decision),
    rule: decision.rule,
  };
}
