import { parseCookieString } from '../../cookies/cookie-string.ts';
import { fieldValue } from '../../http/fields.ts';
import type { Field, HttpResponse } from '../../http/message.ts';
import { toHexadecimal } from '../hexadecimal.ts';
import type { Html } from '../html.ts';
import type { Language } from '../language.ts';
import { document, file, plainText, withoutContent } from '../response.ts';
import { setCookieField } from '../set-cookie-field.ts';
import type { SiteTurn } from '../site-turn.ts';
import { embeddingHost, newProfile, withAdShown, type AdProfile } from './ad-profile.ts';
import { adsFrontPage, bannerPage } from './ads-page.ts';
import { adsStyleSheet } from './ads-style-sheet.ts';
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

type PageOf = (language: Language, profile: AdProfile | null) => Html;

const pages: ReadonlyMap<string, PageOf> = new Map([
  ['/', adsFrontPage],
  ['/banner', bannerPage],
]);

/** The ad server: recognises a browser wherever one of its banners is embedded. */
export async function ads(turn: SiteTurn): Promise<HttpResponse> {
  const response = answer(turn);
  return turn.request.method === 'HEAD' ? withoutContent(response) : response;
}

function answer(turn: SiteTurn): HttpResponse {
  const { request, trace, url, now, language } = turn;
  const readable = request.method === 'GET' || request.method === 'HEAD';
  const page = readable ? pages.get(url.pathname) : undefined;
  if (page !== undefined) {
    const { profile, fields } = recognise(turn);
    return document(200, page(language, profile), language, { now, fields });
  }
  // #marker: find-route
  if (readable && url.pathname === '/banner.svg') {
    trace.done('file-sent', 'server/ads/ads.ts#find-route', { path: url.pathname });
    return file('image/svg+xml', banner(language), { now });
  }
  if (readable && url.pathname === '/style.css') {
    trace.done('file-sent', 'server/ads/ads.ts#find-route', { path: url.pathname });
    return file('text/css', adsStyleSheet, { now });
  }
  trace.refused(
    'route-unknown',
    'server/ads/ads.ts#find-route',
    { document: 'RFC9110', section: '15.5.5' },
    { path: url.pathname },
  );
  return plainText(404, 'Not Found\n', { now });
}

interface Recognition {
  /** `null` for a browser that has not been seen before. */
  readonly profile: AdProfile | null;
  readonly fields: readonly Field[];
}

/** Looks for the browser's identifier, gives it one where it has none, and writes down where it was seen. */
function recognise({ request, url, trace, randomBytes, adProfiles }: SiteTurn): Recognition {
  // #marker: recognise
  const host = embeddingHost(request, url.hostname);
  const cookies = parseCookieString(fieldValue(request.fields, 'cookie') ?? '');
  const known = cookies.find(([name]) => name === cookieName)?.[1];
  if (known !== undefined) {
    const profile = withAdShown(adProfiles.get(known) ?? newProfile(known), host);
    adProfiles.set(known, profile);
    trace.done('ad-id-recognised', 'server/ads/ads.ts#recognise', { adId: known });
    return { profile, fields: [] };
  }
  const adId = toHexadecimal(randomBytes(8));
  adProfiles.set(adId, withAdShown(newProfile(adId), host));
  trace.done('ad-id-made', 'server/ads/ads.ts#recognise', { adId });
  return { profile: null, fields: [setCookieField(cookieName, adId, attributes)] };
}
