import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Result = Readonly<Record<string, unknown>>;
type Listener = (params: Result) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Result;
  readonly result?: Result;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** The DevTools protocol over Chromium's pipe: messages of JSON, each ended by a zero octet. */
export class DevToolsPipe {
  readonly #output: Writable;
  readonly #waiting = new Map<number, { resolve: Listener; reject: (error: Error) => void }>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #rest = '';
  #count = 0;

  constructor({ stdio }: ChildProcess) {
    this.#output = stdio[3] as Writable;
    const input = stdio[4] as Readable;
    input.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  send(method: string, params: Result = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#count;
    this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Listens to one event of one session, until the function given back is called. */
  on(sessionId: string, method: string, listener: Listener): () => void {
    const key = `${sessionId} ${method}`;
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #read(text: string): void {
    const messages = `${this.#rest}${text}`.split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#dispatch(JSON.parse(message) as Message);
  }

  #dispatch({ id, method, params = {}, result = {}, error, sessionId = '' }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId} ${method ?? ''}`) ?? [])
        listener(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}
