import * as m from '../../messages/compiled/messages.js';
import type { CarelessSettings } from '../../server/shop/settings.ts';

export interface Carelessness {
  readonly name: keyof CarelessSettings;
  readonly label: () => string;
  readonly note: () => string;
}

/** What a verifier may leave out, the gravest first. */
export const carelessnesses: readonly Carelessness[] = [
  {
    name: 'acceptNone',
    label: m.tokens_careless_accept_none,
    note: m.tokens_careless_accept_none_note,
  },
  {
    name: 'trustHeaderAlgorithm',
    label: m.tokens_careless_trust_header_algorithm,
    note: m.tokens_careless_trust_header_algorithm_note,
  },
  {
    name: 'weakSecret',
    label: m.tokens_careless_weak_secret,
    note: m.tokens_careless_weak_secret_note,
  },
  {
    name: 'skipExpiry',
    label: m.tokens_careless_skip_expiry,
    note: m.tokens_careless_skip_expiry_note,
  },
  {
    name: 'skipAudience',
    label: m.tokens_careless_skip_audience,
    note: m.tokens_careless_skip_audience_note,
  },
];

/** Those that are on. */
export function carelessIn(settings: CarelessSettings): readonly Carelessness[] {
  return carelessnesses.filter(({ name }) => settings[name]);
}
