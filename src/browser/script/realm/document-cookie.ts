import { CookieJar } from '../../../cookies/cookie-jar.ts';
import { lastLabelIsPublic, type PublicSuffixes } from '../../../http/public-suffixes.ts';
import type { RealmCookies } from '../protocol.ts';
import type { Tell } from './primordials.ts';

/** Reading again within that time tells nobody anything new. */
const quietMs = 50;

/**
 * `document.cookie`, which must answer at once: decided here, on a mirror of the jar, by the jar's own
 * rules. The jar itself decides again about everything written.
 */
export class DocumentCookie {
  readonly #tell: Tell;
  readonly #later: (call: () => void, ms: number) => unknown;
  #mirror: RealmCookies | null;
  #jar: CookieJar | null;
  #written = 0;
  #hasTold = false;

  constructor(
    mirror: RealmCookies | null,
    tell: Tell,
    later: (call: () => void, ms: number) => unknown,
  ) {
    this.#tell = tell;
    this.#later = later;
    this.#mirror = mirror;
    this.#jar = mirror && jarOf(mirror);
  }

  /** Throws a `SecurityError` where the origin is opaque. */
  get value(): string {
    this.#tellOfReading();
    const { jar, access } = this.#present();
    return jar.retrieve(access).fieldValue ?? '';
  }

  set value(text: string) {
    this.#written += 1;
    this.#tell({ type: 'cookie-written', number: this.#written, text: text.slice(0, 10_000) });
    const { jar, access } = this.#present();
    jar.set(text, access);
  }

  /** What the jar holds now; not heeded while something written here is still on its way to it. */
  renew(mirror: RealmCookies, written: number): void {
    if (written !== this.#written) return;
    this.#mirror = mirror;
    this.#jar = jarOf(mirror);
  }

  #present() {
    if (this.#mirror === null || this.#jar === null)
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    return { jar: this.#jar, access: this.#mirror.access };
  }

  #tellOfReading(): void {
    if (this.#hasTold) return;
    this.#hasTold = true;
    this.#tell({ type: 'cookies-read' });
    this.#later(() => {
      this.#hasTold = false;
    }, quietMs);
  }
}

function jarOf({ cookies, thirdPartyCookies, publicSuffixes }: RealmCookies): CookieJar {
  const jar = new CookieJar(new Map(), {
    publicSuffixes: suffixesOf(publicSuffixes),
    thirdPartyCookies: () => thirdPartyCookies,
  });
  for (const cookie of cookies) jar.put(cookie);
  return jar;
}

/** Right for the document's own host and what lies above it; of others script is not asked. */
function suffixesOf(known: readonly string[]): PublicSuffixes {
  return {
    isPublicSuffix: (host) => known.includes(host),
    registrableDomain(host) {
      const labels = host.split('.');
      for (let start = 1; start < labels.length; start += 1) {
        if (known.includes(labels.slice(start).join('.'))) return labels.slice(start - 1).join('.');
      }
      return known.includes(host) ? null : lastLabelIsPublic.registrableDomain(host);
    },
  };
}
