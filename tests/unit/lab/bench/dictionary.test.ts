import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { candidateCount, candidates } from '../../../../src/lab/bench/dictionary/candidates.ts';
import { searchHere } from '../../../../src/lab/bench/dictionary/search-here.ts';
import { words } from '../../../../src/lab/bench/dictionary/words.ts';
import { weakSecret } from '../../../../src/server/tokens/careless/weak-secret.ts';

const signal = new AbortController().signal;

function signedWith(secret: string) {
  const signature = createHmac('sha256', secret).update('a.b').digest('base64url');
  return { signingInput: 'a.b', signature };
}

test('has as many entries as the lesson says, each word once, and the careless secret among them', () => {
  const all = [...candidates()];
  expect(all).toHaveLength(candidateCount);
  expect(Math.round(candidateCount / 1000)).toBe(58);
  expect(Math.round(words.length / 50) * 50).toBe(850);
  expect(new Set(words).size).toBe(words.length);
  expect(all).toContain(weakSecret);
});

test('finds a word by its HMAC, and tells of what it tries', async () => {
  const progress = vi.fn();
  const place = [...candidates()].indexOf('tester2024');
  const found = await searchHere({ ...signedWith('tester2024'), progress, signal });
  expect(found).toEqual({ tried: place + 1, word: 'tester2024' });
  expect(progress).toHaveBeenCalledWith(expect.objectContaining({ tried: 250 }));
});

test('ends when nobody waits any more', async () => {
  const search = new AbortController();
  const outcome = await searchHere({
    ...signedWith('no such word'),
    progress: () => search.abort(),
    signal: search.signal,
  });
  expect(outcome).toBeNull();
});
