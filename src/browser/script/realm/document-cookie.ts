import { CookieJar } from '../../../cookies/cookie-jar.ts';
import type { Cookie } from '../../../cookies/cookie.ts';
import type { RealmStart } from '../protocol.ts';

/**
 * `document.cookie`, which must answer at once: decided here, on a mirror of the jar, by the jar's own
 * rules. The jar itself decides again about everything written.
 */
export class DocumentCookie {
  readonly #access: RealmStart['access'];
  readonly #tell: (message: unknown) => void;
  #jar: CookieJar;
  #written = 0;

  constructor({ cookies, access }: RealmStart, tell: (message: unknown) => void) {
    this.#access = access;
    this.#tell = tell;
    this.#jar = jarOf(cookies);
  }

  get value(): string {
    const text = this.#jar.retrieve(this.#access).fieldValue ?? '';
    this.#tell({ type: 'cookies-read', text: text.slice(0, 10_000) });
    return text;
  }

  set value(text: string) {
    this.#written += 1;
    this.#jar.set(text, this.#access);
    this.#tell({ type: 'cookie-written', number: this.#written, text: text.slice(0, 10_000) });
  }

  /** What the jar holds now; not heeded while something written here is still on its way to it. */
  renew(cookies: readonly Cookie[], written: number): void {
    if (written === this.#written) this.#jar = jarOf(cookies);
  }
}

function jarOf(cookies: readonly Cookie[]): CookieJar {
  const jar = new CookieJar(new Map());
  for (const cookie of cookies) jar.put(cookie);
  return jar;
}
