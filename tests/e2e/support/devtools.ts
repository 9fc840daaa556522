import { expect, type Page } from '@playwright/test';

interface Writing {
  build(requests: readonly unknown[], options: { readonly sanitize: boolean }): Promise<unknown>;
}

interface RequestLog {
  addEventListener(
    type: 'RequestAdded',
    listener: (event: { readonly data: { readonly request: unknown } }) => void,
  ): void;
}

interface Imported {
  readonly HARFormat: { readonly HARRoot: new (json: unknown) => { readonly log: unknown } };
  readonly Importer: { readonly Importer: { requestsFromHARLog(log: unknown): ImportedRequest[] } };
  readonly Log: { readonly Log: Writing };
}

interface ImportedRequest {
  readonly requestMethod: string;
  url(): string;
  readonly statusCode: number;
  readonly responseCookies: readonly DevToolsCookie[];
}

interface DevToolsCookie {
  name(): string;
  value(): string;
}

/** What Chromium's own DevTools know of a request that they have read from a HAR. */
export interface Known {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly set: readonly string[];
}

/** Chromium's DevTools as a page, by the address that its debugging port serves them at. */
export class DevTools {
  constructor(
    readonly page: Page,
    readonly port: number,
  ) {}

  /** Whether this Chromium brings them along; attached to the page of that target, if any. */
  async open(targetId = ''): Promise<boolean> {
    const origin = `127.0.0.1:${this.port}`;
    const attached = targetId === '' ? '' : `?ws=${origin}/devtools/page/${targetId}`;
    const response = await this.page
      .goto(`http://${origin}/devtools/devtools_app.html${attached}`)
      .catch(() => null);
    return response?.status() === 200;
  }

  /** They watch the page from now on; what was recorded stays when it is left, as with "Preserve log". */
  async record(): Promise<void> {
    await expect(() => this.#listen()).toPass();
  }

  /** Fails while they are still starting. */
  async #listen(): Promise<void> {
    await this.page.evaluate(async () => {
      const load = (path: string) => import(path) as Promise<unknown>;
      const sdk = (await load('/devtools/core/sdk/sdk.js')) as {
        TargetManager: { TargetManager: { instance(): { primaryPageTarget(): unknown } } };
      };
      if (!sdk.TargetManager.TargetManager.instance().primaryPageTarget())
        throw new Error('not attached yet');
      const logs = (await load('/devtools/models/logs/logs.js')) as {
        NetworkLog: { NetworkLog: { instance(): RequestLog } };
      };
      const recorded = new Set<unknown>();
      logs.NetworkLog.NetworkLog.instance().addEventListener('RequestAdded', ({ data }) =>
        recorded.add(data.request),
      );
      Object.assign(globalThis, { recorded });
    });
  }

  /** The HAR that they export, with or without what is sensitive. */
  async export(sanitize: boolean): Promise<string> {
    return this.page.evaluate(async (clean) => {
      const load = (path: string) => import(path) as Promise<unknown>;
      const har = (await load('/devtools/models/har/har.js')) as Imported;
      const { recorded } = globalThis as unknown as { recorded: Set<unknown> };
      const log = await har.Log.Log.build([...recorded], { sanitize: clean });
      return JSON.stringify({ log });
    }, sanitize);
  }

  /** What they read in a HAR. */
  async import(text: string): Promise<readonly Known[]> {
    return this.page.evaluate(async (json) => {
      const load = (path: string) => import(path) as Promise<unknown>;
      const har = (await load('/devtools/models/har/har.js')) as Imported;
      const root = new har.HARFormat.HARRoot(JSON.parse(json));
      return har.Importer.Importer.requestsFromHARLog(root.log).map((request) => ({
        method: request.requestMethod,
        url: request.url(),
        status: request.statusCode,
        set: request.responseCookies.map((cookie) => `${cookie.name()}=${cookie.value()}`),
      }));
    }, text);
  }
}
