import * as m from '../../messages/compiled/messages.js';
import type { DecidedBy } from '../../lab/attacks/decided.ts';
import { traceText } from '../server/trace-text.ts';
import { sendText, setCookieText } from '../wire/decision-text.ts';

/** What an attack failed by, in the words of whoever decided it. */
export function decidedText(by: DecidedBy): string {
  switch (by.kind) {
    case 'withheld':
      return sendText(by.decision);
    case 'rejected':
      return setCookieText(by.decision);
    case 'policy':
      return m.matrix_blocked();
    case 'strict-transport':
      return m.matrix_upgraded();
    case 'step':
      return traceText(by.step);
  }
}
