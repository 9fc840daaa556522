import type { CheckId } from '../../lab/tickets/check.ts';
import type { Finding, FindingCode, FindingValues } from '../../lab/tickets/finding.ts';
import * as m from '../../messages/compiled/messages.js';

const texts: Readonly<Record<FindingCode, (values: FindingValues) => string>> = {
  known: () => m.tickets_saw_known(),
  unknown: () => m.tickets_saw_unknown(),
  'known-each-time': ({ looks = 0 }) => m.tickets_saw_known_each_time({ looks }),
  'known-sometimes': ({ times = 0, looks = 0 }) => m.tickets_saw_known_sometimes({ times, looks }),
  'cart-kept': () => m.tickets_saw_cart_kept(),
  'cart-lost': () => m.tickets_saw_cart_lost(),
  'order-placed': ({ order = '' }) => m.tickets_saw_order_placed({ order }),
  'order-missing': () => m.tickets_saw_order_missing(),
  'nobody-ordered': () => m.tickets_saw_nobody_ordered(),
  'order-forged': ({ order = '' }) => m.tickets_saw_order_forged({ order }),
  'price-kept': () => m.tickets_saw_price_kept(),
  'price-changed': ({ order = '', total = 0 }) => m.tickets_saw_price_changed({ order, total }),
  'kept-out': () => m.tickets_saw_kept_out(),
  'let-in': () => m.tickets_saw_let_in(),
  answered: () => m.tickets_saw_answered(),
  'not-answered': ({ status = 0 }) =>
    status === 0 ? m.tickets_saw_no_answer() : m.tickets_saw_status({ status }),
  'answered-late': ({ seconds = 0 }) => m.tickets_saw_late({ seconds }),
  'cookie-too-large': () => m.tickets_saw_cookie_too_large(),
  'key-hidden': () => m.tickets_saw_key_hidden(),
  'key-readable': ({ name = '' }) => m.tickets_saw_key_readable({ name }),
  'key-guessable': ({ bits = 0 }) => m.tickets_saw_key_guessable({ bits }),
  'token-refused': () => m.tickets_saw_token_refused(),
  'token-reused': () => m.tickets_saw_token_reused(),
};

/** What a hidden run saw, in a sentence. */
export function findingText({ code, values }: Finding): string {
  return texts[code](values);
}

/** What a hidden run looks at. */
export const checkNames: Readonly<Record<CheckId, () => string>> = {
  complaint: m.tickets_check_complaint,
  ordering: m.tickets_check_ordering,
  'active-customer': m.tickets_check_active_customer,
  'sign-out': m.tickets_check_sign_out,
  'left-alone': m.tickets_check_left_alone,
  neighbour: m.tickets_check_neighbour,
  'link-from-elsewhere': m.tickets_check_link_from_elsewhere,
  'forged-order': m.tickets_check_forged_order,
  overheard: m.tickets_check_overheard,
  'fixed-by-link': m.tickets_check_fixed_by_link,
  'fixed-by-sibling': m.tickets_check_fixed_by_sibling,
  'forged-token': m.tickets_check_forged_token,
  'key-out-of-reach': m.tickets_check_key_out_of_reach,
  'script-in-review': m.tickets_check_script_in_review,
  'one-machine-down': m.tickets_check_one_machine_down,
  'walked-away': m.tickets_check_walked_away,
  'old-refresh-token': m.tickets_check_old_refresh_token,
};
