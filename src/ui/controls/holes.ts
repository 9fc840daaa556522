import * as m from '../../messages/compiled/messages.js';
import type { ProtectionSettings } from '../../server/shop/protection/settings.ts';

type Switch = {
  [Name in keyof ProtectionSettings]: ProtectionSettings[Name] extends boolean ? Name : never;
}[keyof ProtectionSettings];

/** Something that the shop does wrong when told to. */
export interface Hole {
  readonly name: Switch;
  /** How its setting stands when the hole is open. */
  readonly openWhen: boolean;
  readonly label: () => string;
  readonly note: () => string;
}

/** The gravest first. */
export const holes: readonly Hole[] = [
  {
    name: 'escapeReviews',
    openWhen: false,
    label: m.attacks_raw_reviews,
    note: m.attacks_raw_reviews_note,
  },
  {
    name: 'takeSessionIdFromAddress',
    openWhen: true,
    label: m.attacks_sid_in_address,
    note: m.attacks_sid_in_address_note,
  },
  {
    name: 'adoptUnknownSessionIds',
    openWhen: true,
    label: m.attacks_adopt,
    note: m.attacks_adopt_note,
  },
  { name: 'changeByGet', openWhen: true, label: m.attacks_by_get, note: m.attacks_by_get_note },
  {
    name: 'endSessionAtSignOut',
    openWhen: false,
    label: m.attacks_keep_row,
    note: m.attacks_keep_row_note,
  },
];

/** Those that are open now. */
export function openHoles(settings: ProtectionSettings): readonly Hole[] {
  return holes.filter(({ name, openWhen }) => settings[name] === openWhen);
}
