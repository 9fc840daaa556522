import type { Browser } from '../../browser/browser.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { cookieByHand } from '../cookie-by-hand.ts';
import type { Lab } from '../lab.svelte.ts';
import type { SearchDictionary } from './dictionary/dictionary-search.ts';
import type { BenchEvent, SignedBy } from './events.ts';

export interface TokenBenchOptions {
  readonly lab: () => Lab;
  /** Does something that can be taken back. */
  readonly act: (action: () => void) => void;
  /** Writes into the log what came of it. */
  readonly note: (event: BenchEvent) => void;
  readonly searchDictionary: SearchDictionary;
  readonly monotonicNow: () => number;
}

/** How far a search has come. */
export interface RunningSearch {
  readonly tried: number;
  readonly total: number;
  /** The last word that was tried. */
  readonly word: string;
  /** Real milliseconds since it began. */
  readonly tookMs: number;
}

const shop = 'https://shop.example/';

/**
 * Where tokens are taken apart and made by hand. Everything that is made here is really computed; what came of
 * it stands in the log, and can be taken back. The tools themselves are loaded with their first use.
 */
export class TokenBench {
  readonly #options: TokenBenchOptions;
  #running: RunningSearch | null = $state.raw(null);
  #search: AbortController | null = null;

  constructor(options: TokenBenchOptions) {
    this.#options = options;
  }

  /** The search under way, or `null`. */
  get search(): RunningSearch | null {
    return this.#running;
  }

  /** The token in the jar of the browser on the stage; `null` where there is none. */
  get token(): string | null {
    return shopToken(this.#options.lab().browser)?.value ?? null;
  }

  /** Reads the payload of a token, without any key (RFC 7515 §5.2). */
  async decode(token: string): Promise<void> {
    const { decoded } = await tools();
    this.#done(decoded(token));
  }

  /** Header and payload, letter for letter, as base64url. */
  async encode(header: string, payload: string): Promise<void> {
    const { encoded } = await tools();
    this.#done(encoded(header, payload));
  }

  /** The two parts that were encoded last, with a dot between them (RFC 7515 §5.1). */
  async join(): Promise<void> {
    const { joined } = await tools();
    this.#doneIf(joined(this.#options.lab().log));
  }

  /** HMAC with SHA-256 over what was joined last, with the shop's own secret (RFC 7518 §3.2). */
  async makeMac(): Promise<void> {
    const { macMade } = await tools();
    const lab = this.#options.lab();
    this.#doneIf(await macMade(lab.log, lab.tokens.keys));
  }

  /** The token with the signature made last, in the one alphabet or the other. */
  async finish(alphabet: 'base64url' | 'base64'): Promise<void> {
    const { tokenMade } = await tools();
    this.#doneIf(tokenMade(this.#options.lab().log, alphabet));
  }

  /** Makes a token of one's own, and puts it into the jar of the browser on the stage. */
  async forge(header: string, payload: string, signedBy: SignedBy): Promise<void> {
    const { forged } = await tools();
    const lab = this.#options.lab();
    const event = await forged({ header, payload, signedBy, lab });
    this.#options.act(() => {
      this.#options.note(event);
      putToken(lab.browser, event.token, lab.clock.read());
    });
  }

  /** Looks for the secret of a token in the dictionary, word by word, until it is found or the search is given up. */
  async searchSecret(token: string): Promise<void> {
    this.giveUpSearch();
    const search = new AbortController();
    this.#search = search;
    const { searchDictionary, monotonicNow } = this.#options;
    const startedAt = monotonicNow();
    this.#running = { tried: 0, total: 0, word: '', tookMs: 0 };
    const [header = '', payload = '', signature = ''] = token.split('.');
    const outcome = await searchDictionary({
      signingInput: `${header}.${payload}`,
      signature,
      signal: search.signal,
      progress: (progress) => {
        if (search.signal.aborted) return;
        this.#running = { ...progress, tookMs: monotonicNow() - startedAt };
      },
    }).finally(() => {
      if (this.#search === search) this.#endSearch();
    });
    if (outcome !== null && !search.signal.aborted)
      this.#done({ type: 'dictionary-searched', token, ...outcome });
  }

  giveUpSearch(): void {
    this.#search?.abort();
    this.#endSearch();
  }

  /** Whether the holder of one of these keys has signed the token. */
  async verify(token: string, keys: readonly Jwk[]): Promise<void> {
    const { verified } = await tools();
    this.#done(await verified(token, keys));
  }

  /** Tries to sign with one of these keys; a public key cannot. */
  async signWith(header: string, payload: string, keys: readonly Jwk[]): Promise<void> {
    const { signingRefused } = await tools();
    this.#doneIf(await signingRefused(header, payload, keys));
  }

  #endSearch(): void {
    this.#search = null;
    this.#running = null;
  }

  #done(event: BenchEvent): void {
    this.#options.act(() => this.#options.note(event));
  }

  /** Nothing has come of it where what it needs was not there. */
  #doneIf(event: BenchEvent | null): void {
    if (event !== null) this.#done(event);
  }
}

function tools() {
  return import('./bench-tools.ts');
}

function shopToken({ jar }: Browser) {
  return jar.all().find(({ name, domain }) => name === 'token' && domain === 'shop.example');
}

function putToken(browser: Browser, token: string, now: number): void {
  const there = shopToken(browser);
  const number = Math.max(0, ...browser.jar.all().map((one) => one.creationNumber)) + 1;
  browser.putCookie(
    there === undefined
      ? cookieByHand('token', token, shop, now, number)
      : { ...there, value: token },
  );
}
