import * as m from '../../messages/compiled/messages.js';

const names: Readonly<Record<string, () => string>> = {
  alice: m.stage_alice,
  bob: m.stage_bob,
};

/** A person of the lab by the name the reader's language gives them. */
export function userName(userId: string): string {
  return names[userId]?.() ?? userId;
}
