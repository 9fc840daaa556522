import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import { textOfElement } from '../../../src/browser/page/element-by-id.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { settled } from '../../../src/lab/page-user.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

export const shop = 'https://shop.example';
export const api = 'https://api.shop.example';

/** A lab whose pages' scripts run in real sandboxes. */
export function labWithScript(): Lab {
  return testLab({
    startScript: async (start, events) => startInSandbox(document, start, events),
  });
}

export async function visit(lab: Lab, path: string): Promise<void> {
  await lab.visit(shop + path);
  await settled(lab);
}

/** What an element of the page says; `null` where there is none with that id. */
export function textOf(lab: Lab, id: string): string | null {
  return textOfElement(lab.browser.activeTab?.page?.body ?? [], id);
}

export function addressOf(lab: Lab): string | undefined {
  return lab.browser.activeTab?.page?.url;
}

/** What the API was asked since then, each with the status of the answer: `GET /me 200`. */
export function askedOfApi(lab: Lab, from = 0): readonly string[] {
  return lab.exchanges
    .slice(from)
    .filter(({ request }) => request.targetUri.startsWith(api))
    .map(
      ({ request, response }) =>
        `${request.method} ${new URL(request.targetUri).pathname} ${response?.status ?? ''}`,
    );
}

/** All that the servers' traces told, refresh by refresh and request by request. */
export function told(lab: Lab, from = 0): readonly string[] {
  return lab.exchanges.slice(from).flatMap(({ trace }) => trace.map(({ code }) => code));
}
