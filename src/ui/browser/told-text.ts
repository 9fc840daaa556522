import type { BrowserEvent } from '../../browser/events.ts';
import type { Rule } from '../../http/rule.ts';
import * as m from '../../messages/compiled/messages.js';
import { sendText, setCookieText } from '../wire/decision-text.ts';
import { scriptRefusalText } from '../wire/script-refusal-text.ts';
import { blockedText, stoppedText } from './console-text.ts';
import { problemText } from './problem-text.ts';
import { blockedResourceText } from './resource-text.ts';

/** What the browser has to say about a document and its script. */
export type TellingEvent = Extract<
  BrowserEvent,
  {
    type:
      | 'script-stopped'
      | 'script-blocked'
      | 'script-refused'
      | 'script-read-cookies'
      | 'script-wrote-cookie'
      | 'resource-blocked'
      | 'resource-upgraded'
      | 'request-upgraded'
      | 'navigation-refused';
  }
>;

/** One sentence of it, and where that is written. */
export interface Statement {
  readonly text: string;
  readonly rule: Rule | null;
  readonly refused: boolean;
}

/** What the browser says about the event, in words. */
export function statementsOf(event: TellingEvent): readonly Statement[] {
  switch (event.type) {
    case 'script-stopped':
      return [refused(stoppedText(event.reason), null)];
    case 'script-blocked':
      return [refused(blockedText(event), event.rule)];
    case 'script-refused':
      return [refused(scriptRefusalText(event), event.rule)];
    case 'navigation-refused':
      return [refused(problemText(event), null)];
    case 'resource-blocked':
      return [refused(blockedResourceText(event), event.rule)];
    case 'resource-upgraded':
      return [said(m.console_resource_upgraded(), event.rule)];
    case 'request-upgraded':
      return [said(m.console_request_upgraded({ host: event.host }), event.rule)];
    case 'script-wrote-cookie': {
      const { decision } = event;
      return [{ text: setCookieText(decision), rule: decision.rule, refused: !decision.ok }];
    }
    case 'script-read-cookies':
      return readStatements(event);
  }
}

function readStatements({
  cookies: { sent, withheld },
}: Extract<TellingEvent, { type: 'script-read-cookies' }>): readonly Statement[] {
  const names = sent.map(({ cookie }) => cookie.name).join(', ');
  const read = names === '' ? m.console_cookies_read_none() : m.console_cookies_read({ names });
  return [
    said(read, null),
    ...withheld.map((decision) => said(sendText(decision, { by: 'script' }), decision.rule)),
  ];
}

function said(text: string, rule: Rule | null): Statement {
  return { text, rule, refused: false };
}

function refused(text: string, rule: Rule | null): Statement {
  return { text, rule, refused: true };
}
