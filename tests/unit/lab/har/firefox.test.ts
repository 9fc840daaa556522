import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldValues } from '../../../../src/http/fields.ts';
import { realPublicSuffixes } from '../../../../src/http/real-public-suffixes.ts';
import { openRecording } from '../../../../src/lab/har/open-recording.ts';
import { jarAt } from '../../../../src/lab/har/recorded-exchange.ts';

// Written by the network panel of Firefox 153 as it visited the server of `tests/e2e/support/known-server.ts`, a file
// a page; `seen.json` is what that server saw meanwhile.
const read = (name: string): string =>
  readFileSync(new URL(`firefox/${name}`, import.meta.url), 'utf8');

interface Log {
  readonly log: { readonly pages: readonly unknown[]; readonly entries: readonly unknown[] };
}

/** All pages in one recording, as Firefox writes it when its log is kept over navigations. */
function visit(): string {
  const logs = [1, 2, 3, 4].map((page) => (JSON.parse(read(`visit-${page}.har`)) as Log).log);
  const pages = logs.flatMap((log) => log.pages);
  const entries = logs.flatMap((log) => log.entries);
  return JSON.stringify({ log: { ...logs[0], pages, entries } });
}

const { seen } = JSON.parse(read('seen.json')) as {
  readonly seen: readonly { readonly cookie: string; readonly setCookies: readonly string[] }[];
};

function opened() {
  const recording = openRecording(visit(), realPublicSuffixes);
  if (!recording.ok) throw new Error(recording.code);
  return recording;
}

test('what a real Firefox has recorded is read as the server saw it', () => {
  const asked = opened()
    .exchanges.map(({ exchange }) => exchange)
    .filter(({ request }) => !request.targetUri.endsWith('/favicon.ico'));
  expect(
    asked.map(({ request, response }) => ({
      method: request.method,
      url: request.targetUri,
      cookie: fieldValues(request.fields, 'Cookie').join('; '),
      setCookies: fieldValues(response?.fields ?? [], 'Set-Cookie'),
    })),
  ).toEqual(seen);
});

test('the jar follows it without a question, and its sign-in is told', () => {
  const { exchanges, summary } = opened();
  expect(exchanges.flatMap(({ differences }) => differences)).toEqual([]);
  const kept = jarAt(exchanges, Infinity).map(({ cookie }) => `${cookie.name}=${cookie.value}`);
  expect(kept.sort()).toEqual(['ad=77', 'quoted="a b"', 'strict=1', 'two=b', 'visit=2']);
  expect(summary.story.map(({ code }) => code)).toEqual([
    'form-opened',
    'posted',
    'redirected',
    'cookie-set',
    'protected',
    'cookie-carried',
    'signed-out',
  ]);
});
