import type { PublicSuffixes } from '../../http/public-suffixes.ts';
import type { ObserveBrowser, ScriptRunEvent, ScriptSource } from '../events.ts';
import type { ScriptAccess, StorageKind } from '../script-access.ts';
import { checkPolicy } from '../content-security-policy.ts';
import { answerScript } from './answer-script.ts';
import type { FilledField, FromRealm, RealmCookies, ToRealm, UserEvent } from './protocol.ts';
import { cookiesOf, startOf } from './realm-start.ts';
import type { RunningScript, StartScript } from './running-script.ts';
import type { StopReason } from './watch.ts';

export interface ScriptHostOptions {
  readonly access: ScriptAccess;
  readonly browserId: string;
  readonly tabId: string;
  readonly publicSuffixes: PublicSuffixes;
  readonly languages: readonly string[];
  /** Milliseconds since the epoch, by the simulated clock. */
  readonly now: () => number;
  readonly start: StartScript;
  readonly observe: ObserveBrowser;
  /** Keeps the lab busy while something goes on that script has brought about. */
  readonly underWay: (run: () => Promise<unknown>) => Promise<void>;
}

type Told = ScriptRunEvent extends infer Event
  ? Event extends ScriptRunEvent
    ? Omit<Event, 'browserId' | 'tabId' | 'documentId' | 'url'>
    : never
  : never;

type Blocked = Omit<Extract<Told, { type: 'script-blocked' }>, 'type'>;

interface Waiting {
  readonly source: ScriptSource;
  readonly done: (prevented: boolean) => void;
}

/** So much one document's script may say in all: it must not fill the log. */
const messageLimit = 5_000;

/**
 * Joins the sandbox of one document's script with what the simulated browser lets that script do. The
 * sandbox is started with the first text.
 */
export class ScriptHost {
  readonly #options: ScriptHostOptions;
  readonly #waiting = new Map<number, Waiting>();
  #running: Promise<RunningScript> | null = null;
  #asked = 0;
  #messages = 0;
  #written = 0;
  #ended = false;

  constructor(options: ScriptHostOptions) {
    this.#options = options;
  }

  /** `false` when its document has gone, or the browser has ended it. */
  get isUsable(): boolean {
    return !this.#ended && this.#options.access.isActive;
  }

  /** Evaluates a line of the console; ends when it has been, or was ended. What came of it is told by events. */
  async evaluate(text: string): Promise<void> {
    this.#tell({ type: 'script-logged', level: 'input', source: 'console', text });
    const { consoleScript } = await import('./console-line.ts');
    await this.#ask('console', (id) => ({
      type: 'evaluate',
      id,
      ...consoleScript(text, `$line${id}`),
    }));
  }

  /** Runs a script of the page. */
  async run(text: string, source: ScriptSource): Promise<void> {
    await this.#ask(source, (id) => ({ type: 'run', id, text }));
  }

  /** Tells script what the user does; whether it has prevented what would come of it. */
  dispatch(event: UserEvent, fields: readonly FilledField[]): Promise<boolean> {
    return this.#ask('page', (id) => ({ type: 'dispatch', id, event, fields }));
  }

  /** Tells script that all has arrived that the page embeds. */
  async finishLoading(): Promise<void> {
    const pictures = Object.keys(this.#options.access.page.pictures);
    await this.#ask('page', (id) => ({ type: 'loaded', id, pictures }));
  }

  /** A script of the page, or a handler in it, that may not run. */
  tellBlocked({ code, rule, values, source, text }: Blocked): void {
    this.#tell({ type: 'script-blocked', code, rule, values, source, text });
  }

  /** The jar has changed, or time has passed. */
  async renew(): Promise<void> {
    if (this.#running === null) return;
    const running = await this.#running;
    if (this.isUsable) this.#sendCookies(running);
  }

  /** What is stored was changed by another document, or by hand. */
  async renewStorage(kind: StorageKind): Promise<void> {
    if (this.#running === null) return;
    const running = await this.#running;
    const storage = this.isUsable ? this.#options.access.storage(kind) : null;
    if (storage?.ok === true)
      running.send({ type: 'stored', storage: kind, entries: storage.value.entries() });
  }

  get documentId(): string {
    return this.#options.access.documentId;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    void this.#running?.then((running) => {
      running.end();
    });
    for (const { done } of this.#waiting.values()) done(false);
    this.#waiting.clear();
  }

  async #ask(source: ScriptSource, message: (id: number) => ToRealm): Promise<boolean> {
    this.#running ??= this.#start();
    const running = await this.#running;
    if (this.#ended) return false;
    this.#sendCookies(running);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise<boolean>((done) => {
      this.#waiting.set(id, { source, done });
      running.send(message(id));
    });
  }

  async #start(): Promise<RunningScript> {
    const { access, languages, now, start } = this.#options;
    const running = await start(startOf(access, this.#cookies(), languages, now()), {
      heard: (message) => {
        this.#heard(message);
      },
      stopped: (reason) => {
        this.#stop(reason);
      },
    });
    if (this.#ended) running.end();
    return running;
  }

  #stop(reason: StopReason): void {
    if (this.#ended) return;
    this.#tell({ type: 'script-stopped', reason });
    this.end();
  }

  #heard(message: FromRealm): void {
    if (this.#ended) return;
    this.#messages += 1;
    if (this.#messages > messageLimit) return this.#stop('too-many-messages');
    if (message.type === 'evaluated') this.#answered(message);
    else if (message.type === 'dispatched') this.#done(message.id, message.prevented);
    else if (message.type === 'handler-blocked') this.#tellOfHandler(message.text);
    else if (message.type === 'logged')
      this.#tell({ ...message, type: 'script-logged', source: 'page' });
    else if (message.type === 'failed')
      this.#tell({ ...message, type: 'script-failed', source: 'page' });
    else if (message.type === 'cookie-written') {
      this.#written = message.number;
      this.#options.access.writeCookie(message.text);
      void this.renew();
    } else void this.#options.underWay(() => this.#act(message));
  }

  #answered({ id, ok, text }: Extract<FromRealm, { type: 'evaluated' }>): void {
    const source = this.#waiting.get(id)?.source;
    if (source === undefined) return;
    if (!ok) this.#tell({ type: 'script-failed', source, text: `Uncaught ${text}` });
    else if (source === 'console')
      this.#tell({ type: 'script-logged', level: 'result', source, text });
    this.#done(id, false);
  }

  #done(id: number, prevented: boolean): void {
    this.#waiting.get(id)?.done(prevented);
    this.#waiting.delete(id);
  }

  #tellOfHandler(text: string): void {
    const verdict = checkPolicy(this.#options.access.page, { kind: 'handler' });
    if (!verdict.ok) this.tellBlocked({ ...verdict, source: 'page', text });
  }

  async #act(message: FromRealm): Promise<void> {
    const answer = await answerScript(this.#options.access, message);
    if (answer !== null && !this.#ended) (await this.#running)?.send(answer);
  }

  #sendCookies(running: RunningScript): void {
    const cookies = this.#cookies();
    if (cookies) running.send({ type: 'cookies', cookies, written: this.#written });
  }

  #cookies(): RealmCookies | null {
    const { access, publicSuffixes } = this.#options;
    return cookiesOf(access, publicSuffixes);
  }

  #tell(told: Told): void {
    const { access, browserId, tabId, observe } = this.#options;
    const { documentId, page } = access;
    observe({ ...told, browserId, tabId, documentId, url: page.url });
  }
}
