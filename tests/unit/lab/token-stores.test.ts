import { expect, test } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { brokenInvariants } from '../../../src/lab/invariants.ts';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import { signIn, testLab } from './test-lab.ts';

const account = 'https://shop.example/account';

async function withToken(): Promise<Lab> {
  const lab = testLab();
  lab.changeSettings({ remember: 'jwt-cookie', accessTokenRevocation: 'token-version' });
  await signIn(lab);
  return lab;
}

async function statusOfAccount(lab: Lab): Promise<number | undefined> {
  await lab.visit(account);
  return lab.exchanges.findLast(({ request }) => request.targetUri === account)?.response?.status;
}

test('rotating the key is told, and taken back by one undo', async () => {
  const lab = await withToken();
  const [key] = lab.tokens.keys;
  await lab.tokens.rotateKey();
  expect(lab.tokens.keys.map(({ replacedAt }) => replacedAt)).toEqual([lab.clock.now, null]);
  expect(lab.log.at(-1)?.event).toMatchObject({ type: 'signing-key-changed', change: 'rotated' });
  expect(await statusOfAccount(lab)).toBe(200);
  lab.undo();
  lab.undo();
  expect(lab.tokens.keys).toEqual([key]);
  expect(brokenInvariants(lab)).toEqual([]);
});

test('retiring the key signs everybody out, until it is taken back', async () => {
  const lab = await withToken();
  lab.tokens.retireKey(lab.tokens.keys[0]?.kid ?? '');
  expect(await statusOfAccount(lab)).toBe(303);
  lab.undo();
  lab.undo();
  expect(await statusOfAccount(lab)).toBe(200);
});

test('raising the version ends the tokens of that user', async () => {
  const lab = await withToken();
  lab.tokens.raiseVersion('bob');
  expect(await statusOfAccount(lab)).toBe(200);
  lab.tokens.raiseVersion('alice');
  expect(lab.tokens.version('alice')).toBe(2);
  expect(await statusOfAccount(lab)).toBe(303);
});

test('carelessness is undone like everything else, and kept with the lab', async () => {
  const lab = await withToken();
  lab.changeCarelessness({ skipExpiry: true });
  expect(lab.settings.careless).toMatchObject({ skipExpiry: true, acceptNone: false });
  expect(lab.log.at(-1)?.event).toMatchObject({ changed: ['careless.skipExpiry'] });
  await lab.tokens.rotateKey();
  const snapshot: unknown = JSON.parse(JSON.stringify(lab.snapshot()));
  expect(checkSnapshot(snapshot).ok).toBe(true);
  lab.undo();
  lab.undo();
  expect(lab.settings.careless.skipExpiry).toBe(false);
});
