import { parseRoute, routePath, type Route } from './route.ts';

/**
 * The reader's place in the site, following the address bar. Documents are real ones, but going from one
 * to another stays in the page, so that the lab goes on living.
 */
export class Navigation {
  #route = $state.raw<Route>({ name: 'unknown', language: null });

  constructor(private readonly root: string) {
    keepHeadLinks();
    this.#read();
    window.addEventListener('popstate', () => this.#read());
    window.addEventListener('hashchange', () => this.#read());
  }

  get route(): Route {
    return this.#route;
  }

  href(route: Route): string {
    return this.root + routePath(route);
  }

  go(route: Route, how: 'push' | 'replace' = 'push'): void {
    const href = this.href(route);
    if (how === 'push') history.pushState(null, '', href);
    else history.replaceState(null, '', href);
    const before = this.#route;
    this.#read();
    if (!sameDocument(before, this.#route)) window.scrollTo(0, 0);
  }

  /** As if a link of ours with this address had been followed. */
  open(href: string): void {
    const { pathname, hash } = new URL(href, location.href);
    this.go(parseRoute(pathname.slice(this.root.length), hash));
  }

  /** For links: stays in the page where the link leads to one of its documents. */
  follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a');
    if (!link || link.target !== '' || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || !link.pathname.startsWith(this.root)) return;
    const route = parseRoute(link.pathname.slice(this.root.length), link.hash);
    if (route.name === 'unknown') return;
    event.preventDefault();
    this.go(route);
  };

  #read(): void {
    const below = location.pathname.startsWith(this.root)
      ? location.pathname.slice(this.root.length)
      : location.pathname;
    this.#route = parseRoute(below, location.hash);
  }
}

/** The document's icons and its manifest stand in it relative to where it was opened; from there on the address changes. */
function keepHeadLinks(): void {
  const links = document.head.querySelectorAll<HTMLLinkElement>(
    'link[rel$="icon"], link[rel="manifest"]',
  );
  for (const link of links) link.setAttribute('href', link.href);
}

function sameDocument(a: Route, b: Route): boolean {
  return routePath(a).split('#')[0] === routePath(b).split('#')[0];
}

/** The site's root as an absolute path, from what the document says of itself. */
export function siteRoot(document: Document): string {
  const content = document.querySelector('meta[name="remember-me-root"]')?.getAttribute('content');
  return new URL(content ?? '/', location.href).pathname;
}
