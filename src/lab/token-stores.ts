import type { RefreshRecord } from '../server/api/refresh-record.ts';
import type { DeniedToken } from '../server/tokens/revocation.ts';
import type { SigningKey } from '../server/tokens/signing-key.ts';
import type { World } from './world.svelte.ts';

export interface TokenStoresOptions {
  readonly world: () => World;
  /** Does something that can be taken back. */
  readonly act: <Result>(action: () => Result) => Result;
}

/** The stores behind the shop's tokens: what is in them, and what a learner may do to them by hand. */
export class TokenStores {
  readonly #options: TokenStoresOptions;

  constructor(options: TokenStoresOptions) {
    this.#options = options;
  }

  get #stores(): World['stores'] {
    return this.#options.world().stores;
  }

  /** Oldest first; those that are retired stay until the next rotation. */
  get keys(): readonly SigningKey[] {
    return [...this.#stores.signingKeys.values()];
  }

  /** In the order of their making. */
  get refreshTokens(): readonly RefreshRecord[] {
    return [...this.#stores.refreshTokens.values()];
  }

  get denied(): readonly DeniedToken[] {
    return [...this.#stores.deniedTokens.values()];
  }

  /** The version that a user's tokens must have. */
  version(userId: string): number {
    return this.#stores.tokenVersions.get(userId) ?? 1;
  }

  /** A new key signs from now on; the old ones verify until their last token has expired. */
  rotateKey(): Promise<void> {
    return this.#act((world) => world.whileBusy(() => world.internet.tokens.rotateKey()));
  }

  /** The key is gone at once, and with it every token that it has signed. */
  retireKey(kid: string): void {
    this.#act((world) => world.internet.tokens.retireKey(kid));
  }

  revokeRefreshToken(hash: string): void {
    this.#act((world) => world.internet.tokens.revokeRefreshToken(hash));
  }

  /** Every refresh token of one sign-in. */
  revokeFamily(familyId: string): void {
    this.#act((world) => world.internet.tokens.revokeFamily(familyId));
  }

  /** Takes a token off the deny-list. */
  allowAgain(jti: string): void {
    this.#act((world) => world.internet.tokens.allowAgain(jti));
  }

  /** Ends every token of the user. */
  raiseVersion(userId: string): void {
    this.#act((world) => {
      world.internet.tokens.raiseVersion(userId);
    });
  }

  #act<Result>(action: (world: World) => Result): Result {
    return this.#options.act(() => action(this.#options.world()));
  }
}
