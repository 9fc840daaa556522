import { textOfElement } from '../../browser/page/element-by-id.ts';
import type { Page } from '../../browser/tab.ts';
import type { StorageEntry } from '../../browser/storage.ts';
import type { NetworkName } from '../../wire/addresses.ts';
import type { Exchange } from '../exchange.ts';
import type { Lab } from '../lab.svelte.ts';
import type { AnyEvent } from '../log.ts';
import { followLinkTo, nextTurn, sendFormTo, settled } from '../page-user.ts';

export const shop = 'https://shop.example';
export const evil = 'https://evil.example';
export const blog = 'https://blog.shop.example';

/** Alice and Mallory at their laptops, or Alice on her phone. */
type Seat = 'alice' | 'mallory' | 'phone';

const computers: Readonly<Record<Seat, string>> = {
  alice: 'alice-laptop',
  mallory: 'mallory-laptop',
  phone: 'alice-phone',
};

/** Turns of this thread after which what has not come yet is taken to have broken. */
const longestWait = 20_000;

/** Where an attack, or a customer's trouble, is played: in a lab of its own, which nobody watches. */
export class Stage {
  #decisiveFrom = 0;

  constructor(readonly lab: Lab) {}

  /** From here on a refusal is what the attack fails by. */
  decisive(): void {
    this.#decisiveFrom = this.lab.log.at(-1)?.sequence ?? 0;
  }

  get decisiveFrom(): number {
    return this.#decisiveFrom;
  }

  /** Sits down there; the steps that follow are that person's. */
  as(seat: Seat): this {
    this.lab.showBrowser(computers[seat]);
    return this;
  }

  join(network: NetworkName): void {
    this.lab.joinNetwork(network);
  }

  get page(): Page | null {
    return this.lab.browser.activeTab?.page ?? null;
  }

  async visit(url: string): Promise<void> {
    await this.lab.visit(url);
    await settled(this.lab);
  }

  followLink(path: string): Promise<void> {
    return followLinkTo(this.lab, path);
  }

  sendForm(path: string, filled: Readonly<Record<string, string>> = {}): Promise<void> {
    return sendFormTo(this.lab, path, filled);
  }

  /** Alice, or Bob, signs in with their own password. */
  async signIn(as: 'alice' | 'bob' = 'alice'): Promise<void> {
    await this.visit(as === 'alice' ? `${shop}/login` : `${shop}/login?as=${as}`);
    await this.sendForm('/login');
  }

  /** Alice signs in and puts a bread into her cart. */
  async signInWithBread(): Promise<void> {
    await this.signIn();
    await this.visit(`${shop}/products/salt-bread`);
    await this.sendForm('/cart');
  }

  async writeReview(text: string): Promise<void> {
    await this.visit(`${shop}/products/salt-bread`);
    await this.sendForm('/products/salt-bread/reviews', { text });
  }

  /** Puts cookies into the browser by hand, as one does with a key that was copied. */
  async putCookies(cookies: readonly (readonly [name: string, value: string])[]): Promise<void> {
    if (this.page?.origin !== shop) await this.visit(`${shop}/`);
    const { jar } = this.lab.browser;
    for (const cookie of jar.all()) this.lab.deleteCookie(cookie);
    for (const [name, value] of cookies) this.lab.addCookie(name, value);
  }

  putLocalStorage(entries: readonly StorageEntry[]): void {
    const area = { kind: 'local', origin: shop, partition: null, tabId: null } as const;
    for (const [key, value] of entries) this.lab.editStorage(area, key, value);
  }

  /** Opens the account; the exchange by which it opened, or by which the page's script was told whose it is. */
  async openAccount(): Promise<Exchange | null> {
    const from = this.lab.exchanges.length;
    await this.visit(`${shop}/account`);
    const opened = textOfElement(this.page?.body ?? [], 'greeting') !== null;
    const asked = this.lab.exchanges.slice(from);
    const byScript = asked.findLast(({ request }) => request.targetUri.endsWith('/me'));
    return opened ? (byScript ?? asked[0] ?? null) : null;
  }

  /** The exchange in which an order was placed in that person's name since the decisive moment. */
  orderOf(userId: string): Exchange | null {
    const found = this.#since().find(
      (event) => event.type === 'order-placed' && event.userId === userId,
    );
    const id = found?.type === 'order-placed' ? found.exchangeId : '';
    return this.lab.exchange(id) ?? null;
  }

  /** Ends when the script that stands in the page has said that it is done, or will never do so. */
  async scriptEnds(): Promise<void> {
    await this.#until(() => {
      const brought = this.page?.scripts.some(({ url }) => url === null) ?? false;
      return !brought || this.#since().some(hasEnded);
    });
    await settled(this.lab);
  }

  /** Ends when the page has led somewhere else. */
  async leaves(origin: string): Promise<void> {
    await this.#until(() => this.page !== null && this.page.origin !== origin);
    await settled(this.lab);
  }

  #since(): readonly AnyEvent[] {
    return this.lab.log
      .filter(({ sequence }) => sequence > this.#decisiveFrom)
      .map(({ event }) => event);
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; !isSo(); turn += 1) {
      if (turn > longestWait) throw new Error('the attack does not come to an end');
      await nextTurn();
    }
  }
}

/** By which a script of an attack says that it is done. */
export const done = 'done';

function hasEnded(event: AnyEvent): boolean {
  switch (event.type) {
    case 'script-logged':
      return event.text === done;
    case 'script-blocked':
    case 'script-failed':
    case 'script-stopped':
      return true;
    default:
      return false;
  }
}
