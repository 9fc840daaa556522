import type { BrowserEvent } from '../../browser/events.ts';
import * as m from '../../messages/compiled/messages.js';

type Stopped = Extract<BrowserEvent, { type: 'script-stopped' }>;
type Blocked = Extract<BrowserEvent, { type: 'script-blocked' }>;

const stoppedTexts: Record<Stopped['reason'], () => string> = {
  'too-long': m.console_stopped_too_long,
  'too-many-messages': m.console_stopped_too_many_messages,
  'not-a-message': m.console_stopped_not_a_message,
  'not-started': m.console_stopped_not_started,
};

/** Why the browser has ended the script. */
export function stoppedText(reason: Stopped['reason']): string {
  return stoppedTexts[reason]();
}

/** Why a script of the page did not run. */
export function blockedText({ code, values }: Pick<Blocked, 'code' | 'values'>): string {
  if (code === 'module-not-run') return m.console_module_not_run();
  const { directive = '', sources = '' } = values;
  return m.console_blocked_by_policy({ directive: String(directive), sources: String(sources) });
}
