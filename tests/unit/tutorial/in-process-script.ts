import { createContext, runInContext } from 'node:vm';
import type { FromRealm, RealmStart, ToRealm } from '../../../src/browser/script/protocol.ts';
import { readFromRealm } from '../../../src/browser/script/protocol.ts';
import type { StartScript } from '../../../src/browser/script/running-script.ts';
import { DocumentCookie } from '../../../src/browser/script/realm/document-cookie.ts';
import { createFetch } from '../../../src/browser/script/realm/fetch.ts';
import { Questions } from '../../../src/browser/script/realm/questions.ts';

/**
 * Runs the lines of a console where there is no sandbox: with `document.cookie` and `fetch` of the real realm,
 * and nothing else. For lines that a test itself wrote.
 */
export const inProcessScript: StartScript = async (start, { heard }) => {
  const tell = (message: unknown) => {
    const read = readFromRealm(message);
    if (read === null) throw new Error('that is nothing which script may say');
    queueMicrotask(() => heard(read));
  };
  const realm = new Realm(start, tell);
  queueMicrotask(() => heard({ type: 'ready' }));
  return { send: (message) => realm.hear(message), end: () => undefined };
};

class Realm {
  readonly #cookie: DocumentCookie;
  readonly #questions: Questions;
  readonly #globals: Record<string, unknown>;

  constructor(
    start: RealmStart,
    private readonly tell: (message: FromRealm) => void,
  ) {
    const cookie = new DocumentCookie(
      start.cookies,
      (said) => tell(said as FromRealm),
      (call) => call(),
    );
    this.#cookie = cookie;
    this.#questions = new Questions((said) => tell(said as FromRealm));
    this.#globals = createContext({
      document: {
        get cookie() {
          return cookie.value;
        },
        set cookie(text: string) {
          cookie.value = text;
        },
      },
      fetch: createFetch(this.#questions, start.url),
    });
  }

  hear(message: ToRealm): void {
    if (message.type === 'ping') this.tell({ type: 'pong', id: message.id });
    if (message.type === 'cookies') this.#cookie.renew(message.cookies, message.written);
    if (message.type === 'answer') this.#questions.answer(message.id, message.answer);
    if (message.type === 'evaluate') void this.#evaluate(message);
    if (message.type === 'loaded')
      this.tell({ type: 'dispatched', id: message.id, prevented: false });
  }

  async #evaluate({ id, text, place }: Extract<ToRealm, { type: 'evaluate' }>): Promise<void> {
    const left: { value?: unknown; promise?: unknown } = {};
    this.#globals[place] = left;
    try {
      runInContext(text, this.#globals);
      await left.promise;
      this.tell({ type: 'evaluated', id, ok: true, text: String(left.value) });
    } catch (error) {
      this.tell({ type: 'evaluated', id, ok: false, text: String(error) });
    }
  }
}
