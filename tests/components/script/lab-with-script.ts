import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import type { FromRealm } from '../../../src/browser/script/protocol.ts';
import { textOfElement } from '../../../src/browser/page/element-by-id.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { settled } from '../../../src/lab/page-user.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

export const shop = 'https://shop.example';
export const api = 'https://api.shop.example';

/** Holds back what scripts ask for, until so many of them have asked. */
export class Gate {
  #held: (() => void)[] = [];
  #count = 1;

  /** The next requests to refresh leave together, so many of them; those after them leave by themselves. */
  refreshTogether(count: number): void {
    this.#count = count;
  }

  pass(message: FromRealm, on: () => void): void {
    const isRefresh =
      message.type === 'asked' &&
      message.question.api === 'fetch' &&
      message.question.url === `${api}/refresh`;
    if (!isRefresh) return on();
    this.#held.push(on);
    if (this.#held.length < this.#count) return;
    const together = this.#held;
    this.#held = [];
    this.#count = 1;
    for (const one of together) one();
  }
}

/** A lab whose pages' scripts run in real sandboxes. */
export function labWithScript(gate = new Gate()): Lab {
  return testLab({
    startScript: async (start, { heard, stopped }) =>
      startInSandbox(document, start, {
        heard: (message) => gate.pass(message, () => heard(message)),
        stopped,
      }),
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
