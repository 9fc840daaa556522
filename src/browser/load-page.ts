import { fieldValue } from '../http/fields.ts';
import type { HttpResponse } from '../http/message.ts';
import { originOf } from '../http/origin.ts';
import { checkAddress } from './address.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { followRedirects } from './follow-redirects.ts';
import { buildPage, buildTextPage, type BuiltPage } from './page/build-page.ts';
import { mediaTypeOf } from './page/media-type.ts';
import { pictureData } from './page/picture.ts';
import { withoutLoading } from './page/style-sheet.ts';
import type { PlannedRequest } from './planned-request.ts';
import type { Page } from './tab.ts';

/** The document that a response makes, whether it is HTML or not. */
export function readDocument(response: HttpResponse, url: string): BuiltPage {
  const mediaType = mediaTypeOf(response);
  const isHtml = mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
  const isUnnamedHtml =
    fieldValue(response.fields, 'Content-Type') === null &&
    response.content.trimStart().startsWith('<');
  return isHtml || isUnnamedHtml
    ? buildPage(response.content, url)
    : buildTextPage(response.content);
}

/** The page as it is shown at once, before its pictures and style sheets have arrived. */
export function firstSight(
  built: BuiltPage,
  response: HttpResponse,
  url: string,
  exchangeId: string,
): Page {
  const { title, language, body } = built;
  return {
    url,
    status: response.status,
    title,
    language,
    body,
    styleSheets: [],
    pictures: {},
    exchangeId,
  };
}

/** Loads what the page embeds, all at once, and tells of each thing that has arrived. */
export async function loadResources(
  surroundings: Surroundings,
  page: Page,
  built: BuiltPage,
  flight: Flight,
  change: (changed: (page: Page) => Page) => void,
): Promise<void> {
  const load = (url: string, destination: 'image' | 'style'): Promise<HttpResponse | null> =>
    loadResource(surroundings, resourceRequest(url, destination, page), flight);

  const sheets: (string | null)[] = built.styleSheets.map(() => null);
  const styles = built.styleSheets.map(async (url, index) => {
    const response = await load(url, 'style');
    if (response === null || !isStyleSheet(response)) return;
    sheets[index] = withoutLoading(response.content);
    const styleSheets = sheets.filter((sheet) => sheet !== null);
    change((shown) => ({ ...shown, styleSheets }));
  });
  const pictures = built.pictures.map(async (url) => {
    const response = await load(url, 'image');
    const data = response === null ? null : pictureData(response);
    if (data !== null)
      change((shown) => ({ ...shown, pictures: { ...shown.pictures, [url]: data } }));
  });
  await Promise.all([...styles, ...pictures]);
}

/** A style sheet must have succeeded; a picture is shown whatever the status (HTML, link and img). */
function isStyleSheet(response: HttpResponse): boolean {
  return response.status >= 200 && response.status < 300 && mediaTypeOf(response) === 'text/css';
}

async function loadResource(
  surroundings: Surroundings,
  request: PlannedRequest,
  flight: Flight,
): Promise<HttpResponse | null> {
  if (!checkAddress(request.url, surroundings.reaches).ok) return null;
  const outcome = await followRedirects(surroundings, request, flight);
  return outcome.ok && !flight.aborted ? outcome.response : null;
}

function resourceRequest(url: string, destination: 'image' | 'style', page: Page): PlannedRequest {
  return {
    url,
    destination,
    method: 'GET',
    fields: [],
    content: '',
    kind: 'subresource',
    cause: 'subresource',
    credentials: 'include',
    initiator: page.url,
    referrer: page.url,
    origin: originOf(page.url),
    redirectChain: [],
    topLevelUrl: page.url,
    parentId: page.exchangeId,
  };
}
