import type { Browser } from '../browser.ts';
import type { BrowserEvent, ObserveBrowser } from '../events.ts';
import type { StorageKind } from '../script-access.ts';
import type { FilledField, UserEvent } from './protocol.ts';
import { bringsScript, runOwnScripts } from './own-scripts.ts';
import { ScriptHost } from './script-host.ts';
import type { StartScript } from './running-script.ts';

export interface ScriptHostsOptions {
  /** `null`: script does not run here. */
  readonly start: StartScript | null;
  readonly observe: ObserveBrowser;
  readonly acceptLanguage: () => string;
  /** Milliseconds since the epoch, by the simulated clock. */
  readonly now: () => number;
  /** Keeps the lab busy while something goes on that script has brought about. */
  readonly underWay: (run: () => Promise<unknown>) => Promise<void>;
}

/** Script of all documents that the browsers show: one host a document, gone with it. */
export class ScriptHosts {
  readonly #options: ScriptHostsOptions;
  readonly #hosts = new Map<string, ScriptHost>();
  /** Documents whose own scripts have begun to run: they do so once. */
  readonly #begun = new Set<string>();
  #awake = true;
  #isDue = false;

  constructor(options: ScriptHostsOptions) {
    this.#options = options;
  }

  /** Runs a line of the console in a document; nothing happens when no tab shows it. */
  async evaluate(browser: Browser, documentId: string, text: string): Promise<void> {
    await (await this.#ready(browser, documentId))?.evaluate(text);
  }

  /** All has arrived that the document embeds: its own scripts run, in their order. */
  async documentLoaded(browser: Browser, documentId: string): Promise<void> {
    if (this.hasScript(browser, documentId)) await this.#ready(browser, documentId);
  }

  /** Whether script of the document may hear of what the user does there. */
  hasScript(browser: Browser, documentId: string): boolean {
    if (this.#options.start === null) return false;
    if (this.#hosts.get(documentId)?.isUsable === true) return true;
    const page = browser.scriptAccess(documentId)?.page;
    return page !== undefined && !this.#begun.has(documentId) && bringsScript(page);
  }

  /** Tells script what the user does; whether it has prevented what would come of it. */
  async dispatch(
    browser: Browser,
    documentId: string,
    event: UserEvent,
    fields: readonly FilledField[],
  ): Promise<boolean> {
    if (!this.hasScript(browser, documentId)) return false;
    const host = await this.#ready(browser, documentId);
    return host?.dispatch(event, fields) ?? false;
  }

  /** To be called with every event of the browsers. */
  heard(event: BrowserEvent): void {
    const { type } = event;
    if (type === 'storage-edited') this.#renewStorage(event.kind, null);
    if (type === 'script-changed-storage')
      this.#renewStorage(event.api === 'localStorage' ? 'local' : 'session', event.documentId);
    if (type !== 'script-logged' && type !== 'script-read-cookies') this.look();
  }

  /** Looks, before long, which documents are still there, and tells the others what the jar now holds. */
  look(): void {
    if (this.#isDue || !this.#awake || this.#hosts.size === 0) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      for (const [id, host] of this.#hosts) {
        if (host.isUsable) void host.renew();
        else this.#end(id, host);
      }
    });
  }

  /** Each host reads its own document's area, so that those of other origins hear nothing new. */
  #renewStorage(kind: StorageKind, writer: string | null): void {
    for (const host of this.#hosts.values())
      if (host.documentId !== writer) void host.renewStorage(kind);
  }

  /** Ends all script, for good. */
  end(): void {
    this.#awake = false;
    for (const [id, host] of this.#hosts) this.#end(id, host);
  }

  #end(id: string, host: ScriptHost): void {
    host.end();
    this.#hosts.delete(id);
  }

  /** The document's host, its own scripts having run; those of a restored document run only now. */
  async #ready(browser: Browser, documentId: string): Promise<ScriptHost | null> {
    const present = this.#hosts.get(documentId);
    if (present?.isUsable === true) return present;
    const host = this.#newHost(browser, documentId);
    const page = browser.scriptAccess(documentId)?.page;
    const isFirst = !this.#begun.has(documentId);
    this.#begun.add(documentId);
    if (host !== null && page !== undefined && isFirst && bringsScript(page))
      await runOwnScripts(host, page);
    return host;
  }

  #newHost(browser: Browser, documentId: string): ScriptHost | null {
    this.#hosts.get(documentId)?.end();
    const { start, acceptLanguage, ...options } = this.#options;
    const access = browser.scriptAccess(documentId);
    const tabId = browser.tabOf(documentId)?.id;
    if (access === null || tabId === undefined || start === null || !this.#awake) return null;
    const host = new ScriptHost({
      ...options,
      access,
      browserId: browser.id,
      tabId,
      publicSuffixes: browser.jar.publicSuffixes,
      languages: languagesIn(acceptLanguage()),
      start,
    });
    this.#hosts.set(documentId, host);
    return host;
  }
}

/** `ko-KR,ko;q=0.9` names `ko-KR` and `ko`. */
function languagesIn(acceptLanguage: string): readonly string[] {
  return acceptLanguage.split(',').map((part) => part.split(';')[0]?.trim() ?? '');
}
