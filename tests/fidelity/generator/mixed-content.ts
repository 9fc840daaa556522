import type { Embedded, PageTarget, Target } from '../scenario.ts';

/** Pages by TLS embed nothing without: Chromium would ask for a picture by TLS, and for the rest not at all. */
export function withoutMixedContent(page: PageTarget, isWithinSecured: boolean): PageTarget {
  const own = isWithinSecured ? securedTarget(page) : page;
  const isSecured = isWithinSecured || own.url.startsWith('https:');
  return { ...page, ...own, embeds: page.embeds && embeddedIn(page.embeds, isSecured) };
}

function embeddedIn(embedded: Embedded, isSecured: boolean): Embedded {
  if (embedded.as === 'frame')
    return { ...embedded, page: withoutMixedContent(embedded.page, isSecured) };
  return isSecured ? { ...embedded, target: securedTarget(embedded.target) } : embedded;
}

function securedTarget<T extends Target>(target: T): T {
  return {
    ...target,
    url: secured(target.url),
    redirects: target.redirects.map((each) => ({ ...each, url: secured(each.url) })),
  };
}

function secured(url: string): string {
  return url.replace(/^http:/, 'https:').replace(':8080', ':8443');
}
