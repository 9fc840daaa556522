import { isSessionCookie } from '../../server/shop/names/naming.ts';
import { listen } from '../eavesdropper/listen.ts';
import type { Attack } from './attack.ts';
import { cookieWith, protectionWith, shopWith } from './change-settings.ts';
import { shop, type Stage } from './stage.ts';

const later = 10 * 60_000;

/** On the café's network: one request without TLS, and the key that goes with it. */
export const sniffing: Attack = {
  id: 'sniffing',
  hole: cookieWith({ secure: false }),
  needsScript: false,
  play: async (stage) => {
    stage.as('mallory').join('cafe');
    stage.as('alice').join('cafe');
    await stage.signIn();
    stage.decisive();
    await stage.visit('http://shop.example/');
    const keys = listen(stage.lab.log, stage.lab.exchanges, 'cafe')
      .flatMap((heard) => (heard.inClear ? heard.keys : []))
      .filter(({ kind }) => kind === 'cookie')
      .map(({ name, value }) => [name, value] as const);
    if (keys.length === 0) return null;
    await stage.as('mallory').putCookies(keys);
    return stage.openAccount();
  },
};

/** Every identifier that there can be, one after the other, as long as there are few of them. */
export const guessedSession: Attack = {
  id: 'guessed-session',
  hole: shopWith({ sessionIdBits: 8 }),
  needsScript: false,
  play: async (stage) => {
    await stage.as('alice').signIn();
    const name = stage.lab.browser.jar.all().find(({ name }) => isSessionCookie(name))?.name;
    if (name === undefined) return null;
    await stage.as('mallory').visit(`${shop}/login`);
    stage.decisive();
    for (let guess = 0; guess < 256; guess += 1) {
      await stage.putCookies([[name, guess.toString(16).padStart(2, '0')]]);
      const opened = await stage.openAccount();
      if (opened !== null) return opened;
    }
    return null;
  },
};

/** Somebody who once held Alice's laptop has a copy of her cookie, and uses it long after she has signed out. */
async function replayAfterSignOut(stage: Stage) {
  await stage.as('alice').signIn();
  const copied = stage.lab.browser.jar.all().map(({ name, value }) => [name, value] as const);
  await stage.sendForm('/logout');
  stage.lab.advance(later);
  await stage.as('mallory').putCookies(copied);
  stage.decisive();
  return stage.openAccount();
}

export const replayedSession: Attack = {
  id: 'replayed-session',
  hole: protectionWith({ endSessionAtSignOut: false }),
  needsScript: false,
  play: replayAfterSignOut,
};

export const replayedJwt: Attack = {
  id: 'replayed-jwt',
  hole: shopWith({ remember: 'jwt-cookie' }),
  needsScript: false,
  play: replayAfterSignOut,
};

/** A copied refresh token, used after Alice has gone on with it herself. */
export const stolenRefreshToken: Attack = {
  id: 'stolen-refresh-token',
  hole: shopWith({
    remember: 'access-refresh',
    refreshTokenIn: 'local-storage',
    rotateRefreshTokens: false,
    detectRefreshReuse: false,
  }),
  needsScript: true,
  play: async (stage) => {
    await stage.as('alice').signIn();
    stage.decisive();
    const area = { kind: 'local', origin: shop, partition: null, tabId: null } as const;
    const copied = stage.lab.browser.storage.entries(area);
    if (!copied.some(([key]) => key === 'refresh_token')) return null;
    stage.lab.advance(later);
    await stage.visit(`${shop}/account`);
    stage.as('mallory').putLocalStorage(copied);
    stage.decisive();
    return stage.openAccount();
  },
};
