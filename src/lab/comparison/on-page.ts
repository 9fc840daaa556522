import type { SubmittedForm } from '../../browser/browser.ts';
import type { Page, PageElement, PageNode } from '../../browser/tab.ts';

/** Address of the page's first link to that path of the site, as it stands there, query and all. */
export function linkTo(page: Page | null, path: string): string | null {
  const link = elements(page?.body ?? []).find(
    ({ element, attributes }) => element === 'a' && pathOf(page, attributes['href']) === path,
  );
  return link?.attributes['href'] ?? null;
}

/** The page's first form to that path, filled in as it was delivered. */
export function formTo(page: Page | null, path: string): SubmittedForm | null {
  const form = elements(page?.body ?? []).find(
    ({ element, attributes }) => element === 'form' && pathOf(page, attributes['action']) === path,
  );
  if (form === undefined) return null;
  return {
    action: form.attributes['action'] ?? '',
    method: form.attributes['method'] === 'post' ? 'post' : 'get',
    entries: elements(form.children).flatMap(({ element, attributes: { name, value } }) =>
      element === 'input' && name !== undefined ? [[name, value ?? ''] as const] : [],
    ),
  };
}

function elements(nodes: readonly PageNode[]): readonly PageElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node, ...elements(node.children)],
  );
}

function pathOf(page: Page | null, address: string | undefined): string | null {
  if (page === null || address === undefined) return null;
  return new URL(address, page.url).pathname;
}
