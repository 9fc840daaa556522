import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { latest } from '../../../../src/lab/bench/latest.ts';
import { letterOf } from '../../../../src/lab/bench/letter.ts';
import type { SearchDictionary } from '../../../../src/lab/bench/dictionary/dictionary-search.ts';
import { checkSnapshot } from '../../../../src/lab/check-snapshot.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { fetchedKeys } from '../../../../src/lab/bench/fetched-keys.ts';
import { signIn, testLab } from '../test-lab.ts';

async function labWithToken(searchDictionary?: SearchDictionary): Promise<Lab> {
  const lab = testLab(searchDictionary ? { searchDictionary } : {});
  lab.changeSettings({ remember: 'jwt-cookie' });
  await signIn(lab);
  return lab;
}

describe('the signature made by hand', () => {
  let lab: Lab;

  beforeEach(async () => {
    lab = await labWithToken();
  });

  async function make(change: (payload: string) => string = (payload) => payload) {
    const { header, payload } = letterOf(lab.bench.token);
    await lab.bench.encode(header, change(payload));
    await lab.bench.join();
    await lab.bench.makeMac();
  }

  test('is the one that the shop made, and the one that Node makes', async () => {
    await make();
    const made = latest(lab.log, 'bench-mac-made');
    const secret = Buffer.from(String(lab.tokens.keys[0]?.jwk['k']), 'base64url');
    const expected = createHmac('sha256', secret).update(made?.signingInput ?? '');
    expect(made?.mac).toBe(expected.digest('hex'));
    await lab.bench.finish('base64url');
    expect(latest(lab.log, 'bench-token-made')).toMatchObject({
      token: lab.bench.token,
      code: null,
    });
  });

  test('differs wholly for another letter', async () => {
    await make();
    const first = latest(lab.log, 'bench-mac-made')?.mac;
    await make((payload) => payload.replace('alice', 'alicf'));
    expect(latest(lab.log, 'bench-mac-made')?.mac).not.toBe(first);
  });

  test('in plain Base64 no strict reader takes it', async () => {
    await make();
    await lab.bench.finish('base64');
    const made = latest(lab.log, 'bench-token-made');
    expect(made?.token).toMatch(/=$/);
    expect(made?.code).toBe('not-base64url');
  });

  test('is not made of nothing', async () => {
    await lab.bench.join();
    await lab.bench.makeMac();
    await lab.bench.finish('base64url');
    expect(lab.log.some(({ event }) => event.type.startsWith('bench-'))).toBe(false);
  });

  test('each stage can be taken back, and is kept in a snapshot', async () => {
    await make();
    expect(checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())))).toMatchObject({ ok: true });
    lab.undo();
    expect(latest(lab.log, 'bench-mac-made')).toBeNull();
    expect(latest(lab.log, 'bench-joined')).not.toBeNull();
  });
});

test('a forged token lies in the jar, and one undo takes it out again', async () => {
  const lab = await labWithToken();
  const before = lab.bench.token;
  const { header, payload } = letterOf(before);
  await lab.bench.forge(header, payload.replace('"alice"', '"bob"'), 'old-signature');
  expect(letterOf(lab.bench.token).payload).toContain('"sub":"bob"');
  expect(lab.bench.token?.split('.')[2]).toBe(before?.split('.')[2]);
  lab.undo();
  expect(lab.bench.token).toBe(before);
});

describe('a public key', () => {
  test('verifies, and does not sign', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie', cookieTokenAlgorithm: 'ES256' });
    await signIn(lab);
    await lab.visit('https://api.shop.example/.well-known/jwks.json');
    const keys = fetchedKeys(lab.exchanges);
    expect(keys).toHaveLength(1);
    const token = lab.bench.token ?? '';
    await lab.bench.verify(token, keys);
    expect(latest(lab.log, 'bench-verified')).toMatchObject({ matches: true, code: null });
    const { header, payload } = letterOf(token);
    await lab.bench.signWith(header, payload, keys);
    expect(latest(lab.log, 'bench-signing-refused')?.code).toBe('private-half-missing');
    await lab.bench.forge(header, payload.replace('"alice"', '"bob"'), 'old-signature');
    await lab.bench.verify(lab.bench.token ?? '', keys);
    expect(latest(lab.log, 'bench-verified')).toMatchObject({ matches: false });
  });
});

describe('a search for the secret', () => {
  test('shows how far it has come, and writes down what was found', async () => {
    const seen: unknown[] = [];
    const lab = await labWithToken(async ({ progress }) => {
      progress({ tried: 3, total: 10, word: 'c' });
      seen.push(lab.bench.search);
      return { tried: 4, word: 'd' };
    });
    await lab.bench.searchSecret(lab.bench.token ?? '');
    expect(seen).toEqual([{ tried: 3, total: 10, word: 'c', tookMs: 0 }]);
    expect(lab.bench.search).toBeNull();
    expect(latest(lab.log, 'dictionary-searched')).toMatchObject({ tried: 4, word: 'd' });
  });

  test.each([
    ['given up', (lab: Lab) => lab.bench.giveUpSearch()],
    ['undone', (lab: Lab) => lab.undo()],
  ])('leaves nothing when it is %s', async (_, end) => {
    let go: () => void = () => undefined;
    const lab = await labWithToken(
      ({ signal }) =>
        new Promise((resolve) => {
          go = () => resolve(signal.aborted ? null : { tried: 1, word: 'x' });
        }),
    );
    const search = lab.bench.searchSecret('a.b.c');
    end(lab);
    expect(lab.bench.search).toBeNull();
    go();
    await search;
    expect(latest(lab.log, 'dictionary-searched')).toBeNull();
  });
});
