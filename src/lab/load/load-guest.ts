import type { CookieAccess } from '../../cookies/access.ts';
import { CookieJar } from '../../cookies/cookie-jar.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import { fieldValues } from '../../http/fields.ts';
import type { Fields, HttpRequest } from '../../http/message.ts';
import { octets } from '../../http/octets.ts';
import { labPasswordOf } from '../../server/shop/lab-passwords.ts';
import type { LoadShop } from './load-shop.ts';

/** How a request for the account ended. */
export type Fate = 'known' | 'stranger' | 'failed';

const origin = 'https://shop.example';

/** Somebody with a jar, and no window: signs in once, then asks for the account again and again. */
export class LoadGuest {
  readonly #shop: LoadShop;
  readonly #now: () => number;
  readonly #jar: CookieJar;
  readonly userId: 'alice' | 'bob';
  /** Octets of the `Cookie` fields that have been sent. */
  cookieOctets = 0;

  constructor(shop: LoadShop, userId: 'alice' | 'bob', now: () => number) {
    this.#shop = shop;
    this.#now = now;
    this.#jar = new CookieJar(new Map<string, Cookie>());
    this.userId = userId;
  }

  get cookies(): readonly Cookie[] {
    return this.#jar.all();
  }

  /** Somebody else who has copied all of these cookies. */
  copy(): LoadGuest {
    const copy = new LoadGuest(this.#shop, this.userId, this.#now);
    for (const cookie of this.#jar.all()) copy.#jar.put(cookie);
    return copy;
  }

  async signIn(): Promise<void> {
    const form = new URLSearchParams({
      username: this.userId,
      password: labPasswordOf(this.userId),
    });
    await this.#send('/login', {
      method: 'POST',
      fields: [['Content-Type', 'application/x-www-form-urlencoded']],
      content: form.toString(),
    });
  }

  async openAccount(): Promise<Fate> {
    const { status } = await this.#send('/account', { method: 'GET', fields: [], content: '' });
    if (status >= 500) return 'failed';
    return status === 200 ? 'known' : 'stranger';
  }

  async #send(path: string, request: Omit<HttpRequest, 'targetUri'>) {
    const targetUri = origin + path;
    const access: CookieAccess = {
      url: targetUri,
      api: 'http',
      sameSiteContext: 'strict',
      topLevelSite: origin,
      now: this.#now(),
    };
    const cookie = this.#jar.retrieve(access).fieldValue;
    const fields: Fields = cookie === null ? [] : [['Cookie', cookie]];
    if (cookie !== null) this.cookieOctets += octets(`Cookie: ${cookie}`) + 2;
    const response = await this.#shop.answer(
      { ...request, targetUri, fields: [...request.fields, ...fields] },
      '203.0.113.7',
    );
    for (const value of fieldValues(response.fields, 'Set-Cookie')) this.#jar.set(value, access);
    return response;
  }
}
