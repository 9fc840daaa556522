import { expect, test, vi } from 'vitest';
import { measure, type Measures } from '../../../src/lab/comparison/measures.ts';
import { trialVisit } from '../../../src/lab/comparison/trial-visit.ts';
import { defaultShopSettings, type ShopSettings } from '../../../src/server/shop/settings.ts';
import { labWithScript } from './lab-with-script.ts';

/** Milliseconds: a dozen looks at a copied key, each with a page and its script. */
vi.setConfig({ testTimeout: 60_000 });

async function measured(settings: Partial<ShopSettings>): Promise<Measures> {
  const remember = 'access-refresh';
  const visit = await trialVisit(labWithScript(), {
    ...defaultShopSettings,
    ...settings,
    remember,
  });
  return measure(remember, visit);
}

test('the refresh token in a cookie: what each holds, the bearer’s price, a copy until exp', async () => {
  const measures = await measured({ refreshTokenIn: 'cookie' });
  expect(measures).toMatchObject({
    // The cookie; the access token, and the note that there is a cookie.
    browserHolds: { entries: 3 },
    // The refresh token's row.
    serverHolds: { entries: 1 },
    work: { 'look-up': 0, signature: 2, password: 0 },
    copy: { fate: 'dies-later', afterMs: 5 * 60_000 },
  });
  expect(measures.addedOctets).toBeGreaterThan(300);
});

test('the refresh token in localStorage: as much, in other places', async () => {
  expect(await measured({ refreshTokenIn: 'local-storage' })).toMatchObject({
    browserHolds: { entries: 3 },
    serverHolds: { entries: 1 },
    work: { 'look-up': 0, signature: 2 },
    copy: { fate: 'dies-later' },
  });
});

test('with a deny-list the copy is dead at sign-out, and every request is looked up', async () => {
  expect(await measured({ accessTokenRevocation: 'deny-list' })).toMatchObject({
    work: { 'look-up': 2, signature: 2 },
    copy: { fate: 'dead-at-sign-out' },
  });
});
