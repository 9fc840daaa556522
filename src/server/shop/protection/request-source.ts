import { fieldValue } from '../../../http/fields.ts';
import { originOf } from '../../../http/origin.ts';
import type { Rule } from '../../../http/rule.ts';
import type { Turn } from '../turn.ts';

const preventionRule: Rule = { document: 'OWASP-CSRF' };
const metadataRule: Rule = { document: 'FetchMetadata', section: '2.3' };

/** Whether what wants to change something comes from a page of the shop's own origin, as the browser says. */
export function admitsOrigin({ request, settings, trace, url }: Turn): boolean {
  if (!settings.protection.checkOrigin) return true;
  // #marker: check-origin
  const referrer = fieldValue(request.fields, 'referer');
  const origin =
    fieldValue(request.fields, 'origin') ?? (referrer === null ? '' : originOf(referrer));
  const source = 'server/shop/protection/request-source.ts#check-origin';
  const matches = origin === url.origin;
  if (matches) trace.done('request-origin-matched', source, { origin });
  else trace.refused('request-origin-refused', source, preventionRule, { origin });
  return matches;
}

/**
 * Whether the shop asks itself, or a browser is only led to one of its pages. Browsers say so to what they reach by
 * TLS; where nothing is said, nothing can be refused (Fetch Metadata §2).
 */
export function admitsFetchSite({ request, settings, trace }: Turn): boolean {
  if (!settings.protection.checkFetchSite) return true;
  // #marker: check-fetch-site
  const site = fieldValue(request.fields, 'sec-fetch-site');
  if (site === null) return true;
  const source = 'server/shop/protection/request-source.ts#check-fetch-site';
  const mode = fieldValue(request.fields, 'sec-fetch-mode') ?? '';
  const isLed = request.method === 'GET' && mode === 'navigate';
  if (site === 'same-origin' || site === 'none' || isLed) {
    trace.done('fetch-site-matched', source, { site, mode });
    return true;
  }
  trace.refused('fetch-site-refused', source, metadataRule, { site, mode });
  return false;
}
