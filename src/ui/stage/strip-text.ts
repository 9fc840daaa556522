import * as m from '../../messages/compiled/messages.js';
import type { Lab } from '../../lab/lab.svelte.ts';
import { isCareless, usesTokens } from '../../server/shop/settings.ts';
import { carelessIn } from '../controls/carelessness.ts';
import type { Room } from '../../tutorial/step.ts';
import { isOwnStory } from './own-story.ts';

/** What a shrunk column must not hide: a server that leaves checks out. */
export function stripAlarm(room: Room, { settings }: Lab): string | null {
  return room === 'server' && usesTokens(settings) && isCareless(settings)
    ? m.tokens_careless_on({ count: carelessIn(settings.careless).length })
    : null;
}

/** What a shrunk column still tells: "1 cookie", "6 messages", "1 session". */
export function stripText(room: Room, lab: Lab): string {
  if (room === 'browser') return m.stage_cookies_count({ count: lab.browser.jar.all().length });
  if (room === 'server') return m.stage_sessions_count({ count: lab.sessions.length });
  const shown = lab.exchanges.filter(isOwnStory);
  const arrived = shown.filter((one) => one.response !== null).length;
  return m.stage_messages_count({ count: shown.length + arrived });
}
