import type { Asking, CookieCase } from '../../src/lab/cookie-case/cookie-case.ts';
import type { Embedded, PageTarget, Scenario, Step, Target } from './scenario.ts';

/** A generous answer, as the case assumes where nothing else is known. */
const GENEROUS = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Credentials', 'true'],
] as const;

/**
 * A case as a visit that both browsers can make. No time passes: Chromium's clock cannot be turned. `null` where
 * third-party cookies are not allowed: that is a setting of the whole browser.
 */
export function scenarioOfCase(cookieCase: CookieCase): Scenario | null {
  if (cookieCase.thirdPartyCookies !== 'allowed') return null;
  const { setting, request, setCookies } = cookieCase;
  return [...steps(cookieCase, setting, setCookies), ...steps(cookieCase, request, [])];
}

function steps(
  { pageUrl, embedderUrl, cors }: CookieCase,
  { url, by, credentials }: Asking,
  setCookies: readonly string[],
): readonly Step[] {
  const target: Target = { url, setCookies, redirects: [] };
  const page: PageTarget = { ...target, embeds: null };
  if (by === 'address') return [{ by, page }];

  const embeds = embeddedBy(by, page);
  const document: PageTarget = { url: pageUrl, setCookies: [], redirects: [], embeds };
  const outer: PageTarget =
    embedderUrl === null
      ? document
      : { ...document, url: embedderUrl, embeds: { as: 'frame', sandbox: null, page: document } };
  const opened: Step = { by: 'address', page: outer };
  const depth = embedderUrl === null ? 0 : 1;
  switch (by) {
    case 'image':
    case 'frame':
      return [opened];
    case 'fetch': {
      const call = {
        api: 'fetch',
        target: { ...target, cors: cors === null ? GENEROUS : cors },
        method: 'GET',
        mode: 'cors',
        credentials,
        redirect: 'follow',
        fields: [],
        content: null,
      } as const;
      return [opened, { by: 'script', depth, call }];
    }
    default:
      return [opened, { by, depth, into: 'itself', page }];
  }
}

function embeddedBy(by: Asking['by'], page: PageTarget): Embedded | null {
  if (by === 'image') return { as: 'image', target: page };
  return by === 'frame' ? { as: 'frame', sandbox: null, page } : null;
}
