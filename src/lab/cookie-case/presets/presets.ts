import { emptyCase, type CaseDraft } from '../case-draft.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What really happens to people, each with the case as they would bring it; `now` in milliseconds since the epoch. */
type Preset = (now: number) => CaseDraft;

function preset(draft: Partial<CaseDraft>): Preset {
  return () => ({ ...emptyCase, ...draft });
}

/** As `curl -i` shows it. */
function response(...fields: readonly string[]): string {
  return ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...fields, '', '{"ok":true}'].join(
    '\n',
  );
}

/** As `Date.prototype.toString` writes it in Korea. */
function inKorea(time: number): string {
  const local = new Date(time + 9 * HOUR * 1000).toUTCString();
  const [, day = '', month = '', year = '', clock = ''] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(local) ?? [];
  return `${local.slice(0, 3)} ${month} ${day} ${year} ${clock} GMT+0900 (Korean Standard Time)`;
}

export const presets = {
  'localhost-ports': preset({
    paste: response('Set-Cookie: connect.sid=s%3A31d4d96e407aad42.NlBi0tI; Path=/; HttpOnly'),
    pageUrl: 'http://localhost:3000/',
    requestUrl: 'http://localhost:8080/api/me',
    settingUrl: 'http://localhost:8080/api/login',
  }),
  'two-hostings': preset({
    paste: response('Set-Cookie: sid=31d4d96e407aad42; Path=/; HttpOnly'),
    pageUrl: 'https://my-shop.vercel.app/',
    requestUrl: 'https://my-shop-api.onrender.com/me',
    settingUrl: 'https://my-shop-api.onrender.com/login',
    credentials: 'include',
  }),
  'none-without-secure': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=None',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://api.payments.io/session',
    credentials: 'include',
  }),
  'http-in-development': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; HttpOnly; Secure; SameSite=Lax',
    requestUrl: 'http://192.168.0.12:3000/account',
    settingUrl: 'http://192.168.0.12:3000/login',
    settingBy: 'post-form',
    requestBy: 'link',
  }),
  'domain-of-the-hosting': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Domain=vercel.app; Path=/; Secure; HttpOnly',
    requestUrl: 'https://my-shop.vercel.app/account',
    settingUrl: 'https://my-shop.vercel.app/api/login',
    requestBy: 'link',
  }),
  'domain-of-the-front-end': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Domain=www.my-shop.com; Path=/; Secure; HttpOnly',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://api.my-shop.com/me',
    credentials: 'include',
  }),
  'host-only': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    pageUrl: 'https://www.my-shop.co.kr/',
    requestUrl: 'https://api.my-shop.co.kr/me',
    settingUrl: 'https://www.my-shop.co.kr/login',
    settingBy: 'post-form',
    credentials: 'include',
  }),
  subdomain: preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://api.my-shop.com/me',
    settingUrl: 'https://api.my-shop.com/login',
  }),
  'two-loopback-names': preset({
    paste: 'set-cookie: sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=Lax',
    pageUrl: 'http://127.0.0.1:5173/',
    requestUrl: 'http://localhost:8080/api/me',
    settingUrl: 'http://localhost:8080/api/login',
    credentials: 'include',
  }),
  'mixed-content': preset({
    paste: response('Set-Cookie: sid=31d4d96e407aad42; Path=/; HttpOnly'),
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'http://api.my-shop.com/me',
    credentials: 'include',
  }),
  'page-without-tls': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    pageUrl: 'http://www.my-shop.com/',
    requestUrl: 'https://api.my-shop.com/me',
    credentials: 'include',
  }),
  'secure-then-plain': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'http://www.my-shop.com/orders',
    settingUrl: 'https://www.my-shop.com/login',
    requestBy: 'address',
    settingBy: 'post-form',
  }),
  'set-in-a-frame': preset({
    paste: 'Set-Cookie: chat=31d4d96e407aad42; Path=/; Secure; HttpOnly',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://widget.chat-company.io/room',
    requestBy: 'frame',
  }),
  'frame-and-its-api': preset({
    paste: 'Set-Cookie: chat=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    embedderUrl: 'https://www.my-shop.com/',
    pageUrl: 'https://widget.chat-company.io/room',
    requestUrl: 'https://widget.chat-company.io/api/messages',
    settingUrl: 'https://widget.chat-company.io/api/login',
    credentials: 'include',
  }),
  'third-party-blocked': preset({
    paste: 'Set-Cookie: chat=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://widget.chat-company.io/room',
    requestBy: 'frame',
    thirdPartyCookies: 'blocked',
  }),
  'partition-of-another-page': preset({
    paste:
      'Set-Cookie: __Host-chat=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://widget.chat-company.io/room',
    settingUrl: 'https://widget.chat-company.io/login',
    requestBy: 'frame',
    settingBy: 'address',
  }),
  pixel: preset({
    paste: 'Set-Cookie: visitor=31d4d96e407aad42; Path=/; Max-Age=31536000',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://stats.counting.io/pixel.gif',
    requestBy: 'image',
  }),
  'strict-from-a-mail': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Strict',
    pageUrl: 'https://mail.somewhere.com/inbox',
    requestUrl: 'https://www.my-shop.com/orders/17',
    settingUrl: 'https://www.my-shop.com/login',
    requestBy: 'link',
    settingBy: 'address',
  }),
  'return-by-post': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
    pageUrl: 'https://pay.bank.co.kr/done',
    requestUrl: 'https://www.my-shop.com/payment/return',
    settingUrl: 'https://www.my-shop.com/checkout',
    requestBy: 'post-form',
    settingBy: 'address',
  }),
  'same-site-misspelt': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=No',
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://api.payments.io/session',
    credentials: 'include',
  }),
  'host-prefix': preset({
    paste: 'Set-Cookie: __Host-sid=31d4d96e407aad42; Domain=my-shop.com; Path=/; Secure; HttpOnly',
    requestUrl: 'https://www.my-shop.com/account',
    settingUrl: 'https://www.my-shop.com/login',
    settingBy: 'post-form',
    requestBy: 'link',
  }),
  'default-path': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Secure; HttpOnly; SameSite=Lax',
    requestUrl: 'https://www.my-shop.com/cart',
    settingUrl: 'https://www.my-shop.com/auth/login',
    settingBy: 'post-form',
    requestBy: 'link',
  }),
  'log-out-path': preset({
    paste: [
      'Set-Cookie: sid=31d4d96e407aad42; Path=/app; Secure; HttpOnly',
      'Set-Cookie: sid=; Path=/; Max-Age=0',
    ].join('\n'),
    requestUrl: 'https://www.my-shop.com/app/account',
    requestBy: 'link',
  }),
  'log-out-domain': preset({
    paste: [
      'Set-Cookie: sid=31d4d96e407aad42; Domain=my-shop.com; Path=/; Secure; HttpOnly',
      'Set-Cookie: sid=deleted; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ].join('\n'),
    requestUrl: 'https://www.my-shop.com/account',
    requestBy: 'link',
  }),
  'log-out-prefix': preset({
    paste: [
      'Set-Cookie: __Host-sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax',
      'Set-Cookie: __Host-sid=; Path=/; Max-Age=0',
    ].join('\n'),
    requestUrl: 'https://www.my-shop.com/account',
    requestBy: 'link',
  }),
  'two-of-one-name': preset({
    paste: [
      'Set-Cookie: sid=0ld0ld0ld0ld0ld0; Path=/app; Secure; HttpOnly',
      'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly',
    ].join('\n'),
    requestUrl: 'https://www.my-shop.com/app/account',
    requestBy: 'link',
  }),
  'too-large': preset({
    paste: `Set-Cookie: token=eyJhbGciOiJIUzI1NiJ9.${'cGF5bG9hZA'.repeat(420)}.c2ln; Path=/; Secure; HttpOnly`,
    requestUrl: 'https://www.my-shop.com/account',
    settingBy: 'post-form',
    requestBy: 'link',
  }),
  'nine-hours-too-long': (now) => ({
    ...emptyCase,
    paste: `Set-Cookie: sid=31d4d96e407aad42; Path=/; Expires=${inKorea(now + 30 * MINUTE * 1000)}; Secure; HttpOnly`,
    requestUrl: 'https://www.my-shop.co.kr/account',
    requestBy: 'link',
  }),
  'nine-hours-too-early': (now) => ({
    ...emptyCase,
    paste: `Set-Cookie: sid=31d4d96e407aad42; Path=/; Expires=${new Date(now + (30 * MINUTE - 9 * HOUR) * 1000).toUTCString()}; Secure; HttpOnly`,
    requestUrl: 'https://www.my-shop.co.kr/account',
    requestBy: 'link',
  }),
  'max-age-in-minutes': preset({
    paste: 'Set-Cookie: sid=31d4d96e407aad42; Path=/; Max-Age=30; Secure; HttpOnly',
    requestUrl: 'https://www.my-shop.com/account',
    requestBy: 'link',
  }),
  'any-origin': preset({
    paste: response(
      'Access-Control-Allow-Origin: *',
      'Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=None',
    ),
    pageUrl: 'https://www.my-shop.com/',
    requestUrl: 'https://api.payments.io/session',
    credentials: 'include',
  }),
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];
