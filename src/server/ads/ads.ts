import { parseCookieString } from '../../cookies/cookie-string.ts';
import { fieldValue } from '../../http/fields.ts';
import type { Field, HttpResponse } from '../../http/message.ts';
import { toHexadecimal } from '../hexadecimal.ts';
import { file, plainText, withoutContent } from '../response.ts';
import { setCookieField } from '../set-cookie-field.ts';
import type { SiteTurn } from '../site-turn.ts';
import { banner } from './banner.ts';

const cookieName = 'ad_id';

/** What a third party needs to come along to other people's pages, for a year. */
const attributes = {
  httpOnly: true,
  secure: true,
  sameSite: 'none',
  maxAgeSeconds: 365 * 24 * 60 * 60,
  path: '/',
  domain: null,
} as const;

/** The ad server: recognises a browser wherever one of its banners is embedded. */
export async function ads(turn: SiteTurn): Promise<HttpResponse> {
  const { request, trace, url, now } = turn;
  const readable = request.method === 'GET' || request.method === 'HEAD';
  if (!readable || url.pathname !== '/banner.svg') {
    // #marker: find-route
    trace.refused(
      'route-unknown',
      'server/ads/ads.ts#find-route',
      { document: 'RFC9110', section: '15.5.5' },
      { path: url.pathname },
    );
    return plainText(404, 'Not Found\n', { now });
  }
  const response = file('image/svg+xml', banner(turn.language), { now, fields: recognise(turn) });
  return request.method === 'HEAD' ? withoutContent(response) : response;
}

/** The `Set-Cookie` field that a browser gets which is not known yet. */
function recognise({ request, trace, randomBytes }: SiteTurn): readonly Field[] {
  // #marker: recognise
  const cookies = parseCookieString(fieldValue(request.fields, 'cookie') ?? '');
  const known = cookies.find(([name]) => name === cookieName)?.[1];
  if (known !== undefined) {
    trace.done('ad-id-recognised', 'server/ads/ads.ts#recognise', { adId: known });
    return [];
  }
  const adId = toHexadecimal(randomBytes(8));
  trace.done('ad-id-made', 'server/ads/ads.ts#recognise', { adId });
  return [setCookieField(cookieName, adId, attributes)];
}
