import { deleteCookieField, setCookieField } from '../../set-cookie-field.ts';
import type { Turn } from '../turn.ts';

/** Puts a cookie on the response, with the attributes that the shop is set to. */
export function setCookie(turn: Turn, name: string, value: string): void {
  // #marker: set-cookie
  turn.setCookies.push(setCookieField(name, value, turn.settings.cookie));
  turn.trace.done('cookie-set', 'server/shop/memory/write-cookie.ts#set-cookie', { cookie: name });
}

/** Has the browser delete a cookie that was set with these same attributes. */
export function deleteCookie(turn: Turn, name: string): void {
  // #marker: delete-cookie
  turn.setCookies.push(deleteCookieField(name, turn.settings.cookie));
  turn.trace.done('cookie-deleted', 'server/shop/memory/write-cookie.ts#delete-cookie', {
    cookie: name,
  });
}
