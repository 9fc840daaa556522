import type { InternetOptions } from '../internet.ts';
import { tokenAlgorithm } from '../shop/settings.ts';

/** What one may do by hand to keys, refresh tokens, deny-list and versions. `false`: there was none. */
export interface TokenHands {
  /** A new key signs from now on; the old ones verify until their last token has expired. */
  rotateKey(): Promise<void>;
  /** The key is gone at once, and with it every token that it has signed. */
  retireKey(kid: string): boolean;
  revokeRefreshToken(hash: string): boolean;
  /** Every token of one sign-in. */
  revokeFamily(familyId: string): boolean;
  /** Takes a token off the deny-list. */
  allowAgain(jti: string): boolean;
  /** Ends every token of the user. */
  raiseVersion(userId: string): void;
}

type Options = Pick<InternetOptions, 'stores' | 'settings' | 'now' | 'randomBytes' | 'observe'>;

export function tokenHands({ stores, settings, now, randomBytes, observe }: Options): TokenHands {
  const { signingKeys, refreshTokens, deniedTokens, tokenVersions } = stores;
  const revoke = (wanted: (one: { hash: string; familyId: string }) => boolean): boolean => {
    const living = [...refreshTokens.values()].filter(
      (record) => record.revokedAt === null && wanted(record),
    );
    for (const one of living) {
      const record = { ...one, revokedAt: now() };
      refreshTokens.set(one.hash, record);
      const type = 'refresh-token-changed';
      observe({ type, exchangeId: null, change: 'revoked', record, token: null });
    }
    return living.length > 0;
  };
  return {
    rotateKey: async () => {
      const { rotateKey } = await import('./key-set.ts');
      const setting = { stores, now: now(), randomBytes, settings: settings() };
      const { kid } = await rotateKey(setting, tokenAlgorithm(settings()));
      observe({ type: 'signing-key-changed', change: 'rotated', kid });
    },
    retireKey: (kid) => {
      const found = signingKeys.delete(kid);
      if (found) observe({ type: 'signing-key-changed', change: 'retired', kid });
      return found;
    },
    revokeRefreshToken: (hash) => revoke((one) => one.hash === hash),
    revokeFamily: (familyId) => revoke((one) => one.familyId === familyId),
    allowAgain: (jti) => {
      const found = deniedTokens.delete(jti);
      if (found) observe({ type: 'token-allowed-again', jti });
      return found;
    },
    raiseVersion: (userId) => {
      const version = (tokenVersions.get(userId) ?? 1) + 1;
      tokenVersions.set(userId, version);
      observe({ type: 'token-version-raised', userId, version });
    },
  };
}
