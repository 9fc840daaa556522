import type { Embedded, PageTarget, Target } from '../scenario.ts';

/**
 * Pages by TLS have no frames without: a frame that is blocked never loads, and visits wait for what loads. Of
 * what else they embed only such is left as Chromium asks for once, at ports at which the other scheme is spoken too.
 */
export function withoutMixedContent(page: PageTarget, isWithinSecured: boolean): PageTarget {
  const own = isWithinSecured ? securedTarget(page) : page;
  const isSecured = isWithinSecured || own.url.startsWith('https:');
  return { ...page, ...own, embeds: page.embeds && embeddedIn(page.embeds, isSecured) };
}

function embeddedIn(embedded: Embedded, isSecured: boolean): Embedded {
  if (embedded.as === 'frame')
    return { ...embedded, page: withoutMixedContent(embedded.page, isSecured) };
  if (!isSecured) return embedded;
  // Chromium asks once more for a style sheet that was redirected to where it may not come from.
  const isAskedTwice = embedded.as === 'style' && embedded.target.redirects.length > 0;
  const target = isAskedTwice ? securedTarget(embedded.target) : atUsualPort(embedded.target);
  return { ...embedded, target };
}

function securedTarget<T extends Target>(target: T): T {
  return {
    ...target,
    url: secured(target.url),
    redirects: target.redirects.map((each) => ({ ...each, url: secured(each.url) })),
  };
}

/** By TLS nobody listens at the port that is meant for going without. */
function atUsualPort(target: Target): Target {
  const usual = (url: string): string => url.replace(':8080', '');
  return {
    ...target,
    url: usual(target.url),
    redirects: target.redirects.map((each) => ({ ...each, url: usual(each.url) })),
  };
}

function secured(url: string): string {
  return url.replace(/^http:/, 'https:').replace(':8080', ':8443');
}
