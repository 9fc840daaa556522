import * as m from '../../messages/compiled/messages.js';
import type { WayToRemember } from '../../server/shop/settings.ts';

/** The ways to remember in the order in which one meets them. */
export const ways: readonly WayToRemember[] = [
  'nothing',
  'by-address',
  'url-ticket',
  'plain-cookie',
  'session',
  'jwt-cookie',
  'access-refresh',
];

const names: Record<WayToRemember, () => string> = {
  nothing: m.stage_remember_nothing,
  'by-address': m.stage_remember_by_address,
  'url-ticket': m.stage_remember_url_ticket,
  'plain-cookie': m.stage_remember_plain_cookie,
  session: m.stage_remember_session,
  'jwt-cookie': m.stage_remember_jwt_cookie,
  'access-refresh': m.stage_remember_access_refresh,
};

export function wayName(way: WayToRemember): string {
  return names[way]();
}
