import { readFromRealm, type RealmAnswer, type RealmQuestion } from '../protocol.ts';
import type { Tell } from './primordials.ts';

const pendingLimit = 100;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What script has asked of the browser, and waits for. */
export class Questions {
  readonly #tell: Tell;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  ask(question: RealmQuestion): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.size >= pendingLimit)
        throw new TypeError('Too many requests are under way.');
      this.#asked += 1;
      const message = { type: 'asked', id: this.#asked, question };
      if (readFromRealm(message) === null) throw new TypeError('An argument is not of its kind.');
      this.#waiting.set(this.#asked, { resolve, reject });
      this.#tell(message);
    });
  }

  answer(id: number, answer: RealmAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(exceptionOf(answer.exception, answer.message));
  }
}

export function exceptionOf(name: string, message: string): Error {
  return name === 'TypeError' ? new TypeError(message) : new DOMException(message, name);
}
