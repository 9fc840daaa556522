import * as m from '../../../messages/compiled/messages.js';
import type { Language } from '../../language.ts';

/** A customer's name as this language writes it; the identifier of one who has none. */
export function nameOfUser(userId: string | null, locale: Language): string {
  if (userId === 'alice') return m.shop_user_alice({}, { locale });
  if (userId === 'bob') return m.shop_user_bob({}, { locale });
  return userId ?? m.shop_guest({}, { locale });
}
