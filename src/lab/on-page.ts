import type { SubmittedForm } from '../browser/browser.ts';
import type { Page, PageElement, PageNode } from '../browser/tab.ts';

/** Address of the page's first link to that path of the site, as it stands there, query and all. */
export function linkTo(page: Page | null, path: string): string | null {
  const link = elementsOf(page).find(
    ({ element, attributes }) => element === 'a' && pathOf(page, attributes['href']) === path,
  );
  return link?.attributes['href'] ?? null;
}

/** A form of the page, and the places of elements that lead to it, from the body down. */
export interface FormOnPage extends SubmittedForm {
  readonly place: readonly number[];
}

/** The page's first form to that path, filled in as it was delivered. */
export function formTo(page: Page | null, path: string): FormOnPage | null {
  const form = elementsOf(page).find(
    ({ element, attributes }) => element === 'form' && pathOf(page, attributes['action']) === path,
  );
  if (form === undefined) return null;
  return {
    place: form.place,
    action: form.attributes['action'] ?? '',
    method: form.attributes['method'] === 'post' ? 'post' : 'get',
    entries: elements(form.children).flatMap(({ element, attributes: { name, value } }) =>
      element === 'input' && name !== undefined ? [[name, value ?? ''] as const] : [],
    ),
  };
}

/** Whether the page says of a part of it that it is not ready yet (WAI-ARIA, `aria-busy`). */
export function isUnfinished(page: Page | null): boolean {
  return elementsOf(page).some(({ attributes }) => attributes['aria-busy'] === 'true');
}

type Placed = PageElement & { readonly place: readonly number[] };

function elementsOf(page: Page | null): readonly Placed[] {
  return elements(page?.body ?? []);
}

function elements(nodes: readonly PageNode[], above: readonly number[] = []): readonly Placed[] {
  return nodes
    .filter((node) => typeof node !== 'string')
    .flatMap((node, index) => {
      const place = [...above, index];
      return [{ ...node, place }, ...elements(node.children, place)];
    });
}

function pathOf(page: Page | null, address: string | undefined): string | null {
  if (page === null || address === undefined) return null;
  return new URL(address, page.url).pathname;
}
