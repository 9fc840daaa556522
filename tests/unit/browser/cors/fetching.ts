import type { ScriptFetchInit } from '../../../../src/browser/script-access.ts';
import { fieldValue } from '../../../../src/http/fields.ts';
import type { Fields, HttpRequest, HttpResponse } from '../../../../src/http/message.ts';
import { browserShowing, scriptOf, type Answer } from '../simulated-internet.ts';

export const SHOP = 'https://shop.example';
export const API = 'https://api.shop.example';
export const NEWS = 'https://news.example';

/** A page whose script fetches, with all that was sent for it and told of it. */
export async function scriptOfPage(
  answers: Readonly<Record<string, Answer | HttpResponse>>,
  page = `${SHOP}/`,
  now?: () => number,
) {
  const world = await browserShowing(page, answers, now);
  const before = world.requests.length;
  const script = scriptOf(world.browser, world.tabId);
  return {
    ...world,
    script,
    fetch: (url: string, init?: ScriptFetchInit) => script.fetch(url, init),
    sent: () => world.requests.slice(before),
    lines: () => world.requests.slice(before).map(lineOf),
    refusals: () => world.eventsOf('script-refused'),
  };
}

/** A request in a line: method, address, and who is said to have sent it. */
export function lineOf({ method, targetUri, fields }: HttpRequest): string {
  const origin = fieldValue(fields, 'Origin');
  const address = targetUri.replace('https://', '');
  return `${method} ${address}${origin === null ? '' : ` from ${origin.replace('https://', '')}`}`;
}

/** An answer that lets whoever asks read it. */
export function openAnswer(fields: Fields = [], status = 200): Answer {
  return (request) => ({
    status,
    content: 'hi',
    fields: [
      ['Content-Type', 'text/plain'],
      ['Access-Control-Allow-Origin', fieldValue(request.fields, 'Origin') ?? '*'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT, PATCH'],
      ['Access-Control-Allow-Headers', 'X-A, Authorization, Content-Type'],
      ...fields,
    ],
  });
}

export function openRedirect(location: string): Answer {
  return openAnswer([['Location', location]], 302);
}

export function plain(fields: Fields = [], status = 200): HttpResponse {
  return { status, content: 'hi', fields: [['Content-Type', 'text/plain'], ...fields] };
}
