import { fieldValue, fieldValues } from '../http/fields.ts';
import type { HttpResponse } from '../http/message.ts';
import { originOf } from '../http/origin.ts';
import { checkPolicy, checkScript } from './content-security-policy.ts';
import type { DocumentPlace } from './document-place.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { loadResource, tellBlocked } from './load-resource.ts';
import { buildPage, buildTextPage, type BuiltPage } from './page/build-page.ts';
import { mediaTypeOf } from './page/media-type.ts';
import { pictureData } from './page/picture.ts';
import { withoutLoading } from './page/style-sheet.ts';
import { sandboxAllows } from './sandbox.ts';
import type { Page, PageScript } from './tab.ts';

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

interface Arrived {
  readonly response: HttpResponse;
  readonly url: string;
  readonly exchangeId: string;
  /** What the frames around the document, and its own, leave to it. */
  readonly sandbox: readonly string[] | null;
}

/** The page as it is shown at once, before anything that it embeds has arrived. */
export function firstSight(
  { title, language, body, bodyHandlers, scripts, frames }: BuiltPage,
  { response, url, exchangeId, sandbox }: Arrived,
  nextId: (prefix: string) => string,
): Page {
  return {
    id: nextId('document'),
    url,
    origin: sandboxAllows(sandbox, 'allow-same-origin') ? originOf(url) : 'null',
    sandbox,
    status: response.status,
    title,
    language,
    body,
    bodyHandlers,
    policies: fieldValues(response.fields, 'Content-Security-Policy'),
    styleSheets: [],
    pictures: {},
    scripts,
    frames: frames.map((frame) => ({
      ...frame,
      id: nextId('frame'),
      page: null,
      loading: null,
      problem: null,
    })),
    exchangeId,
  };
}

/** Loads the pictures, style sheets and scripts of a page, all at once, and tells of each that has arrived. */
export async function loadResources(
  surroundings: Surroundings,
  place: DocumentPlace,
  built: BuiltPage,
  flight: Flight,
  change: (changed: (page: Page) => Page) => void,
): Promise<void> {
  const load = (url: string, destination: 'image' | 'style' | 'script') =>
    loadResource(surroundings, url, destination, place, flight);

  const sheets: (string | null)[] = built.styleSheets.map(() => null);
  const styles = built.styleSheets.map(async (url, index) => {
    const response = await load(url, 'style');
    if (response === null || !isStyleSheet(response)) return;
    sheets[index] = withoutLoading(response.content);
    const styleSheets = sheets.filter((sheet) => sheet !== null);
    change((shown) => ({ ...shown, styleSheets }));
  });
  const pictures = built.pictures.map(async (url) => {
    const verdict = checkPolicy(place.page, { kind: 'image', url });
    if (!verdict.ok) return tellBlocked(surroundings, place, 'image', url, verdict);
    const response = await load(url, 'image');
    const data = response === null ? null : pictureData(response);
    if (data !== null)
      change((shown) => ({ ...shown, pictures: { ...shown.pictures, [url]: data } }));
  });
  const scripts = place.page.scripts.map(async (wanted, index) => {
    const { url } = wanted;
    if (url === null || !mayRun(place.page, wanted)) return;
    const response = await load(url, 'script');
    if (response === null || !isScript(response)) return;
    const script = { ...wanted, text: response.content };
    change((shown) => ({ ...shown, scripts: shown.scripts.with(index, script) }));
  });
  await Promise.all([...styles, ...pictures, ...scripts]);
}

function mayRun(page: Page, script: PageScript): boolean {
  return (
    sandboxAllows(page.sandbox, 'allow-scripts') &&
    script.isModule !== true &&
    checkScript(page, script).ok
  );
}

/** A style sheet must have succeeded; a picture is shown whatever the status (HTML, link and img). */
function isStyleSheet(response: HttpResponse): boolean {
  return hasSucceeded(response) && mediaTypeOf(response) === 'text/css';
}

/** A script must have succeeded, and must not be a picture, a table or the like (Fetch §2.5). */
function isScript(response: HttpResponse): boolean {
  return (
    hasSucceeded(response) && !/^(?:audio|image|video)\/|^text\/csv$/.test(mediaTypeOf(response))
  );
}

function hasSucceeded({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}
