import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyRefusalText, signRefusalText } from '../../../../src/ui/workbench/refusal-words.ts';
import { shareLink, tokenInFragment } from '../../../../src/ui/workbench/share-link.ts';
import { stepText } from '../../../../src/ui/workbench/step-words.ts';
import { stretchesOf } from '../../../../src/ui/workbench/stretches.ts';
import { momentsCome, momentsIn } from '../../../../src/ui/workbench/expected.ts';

/** Codes that the given files of `src/jwt` give: the strings with a dash where a code stands. */
function codesIn(folder: string, pattern: RegExp): readonly string[] {
  const root = join(import.meta.dirname, '../../../../src/jwt', folder);
  return readdirSync(root)
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code!));
}

const stepCodes = [
  ...codesIn('explain', /step\(\s*(?:'[\w-]+'|id),\s*'[\w-]+',\s*'([\w-]+)'/g),
  ...codesIn('explain', /^ {2}'?[\w-]+'?: \['([\w-]+)', \{ document/gm),
  ...codesIn('jwk', /refusal\(\s*'([\w-]+)'/g).filter((code) => code !== 'key-empty'),
  'typ-matches',
  'typ-differs',
  'wrong-number-of-parts',
  'empty',
  'encrypted',
  'not-base64url',
  'not-utf-8',
  'not-json',
  'not-an-object',
  'algorithm-missing',
];

test('every code of a step and of a key has words', () => {
  expect(stepCodes.length).toBeGreaterThan(35);
  const rule = { document: 'RFC7519' } as const;
  const speechless = stepCodes.filter((code) => {
    const step = { id: 'split', verdict: 'failed', code, rule, values: {} } as const;
    return stepText(step, 'en') === code;
  });
  expect(speechless).toEqual([]);
});

test.each(['absent', 'expired', 'audience-differs', 'in-milliseconds', 'wrong-type'])(
  'a claim’s %s has words',
  (code) => {
    const rule = { document: 'RFC7519' } as const;
    const values = { exp: 0, aud: 'a', wanted: 'b' };
    expect(stepText({ id: 'exp', verdict: 'failed', code, rule, values }, 'en')).not.toBe(code);
  },
);

test('a refused key says what to do', () => {
  for (const code of codesIn('jwk', /refusal\(\s*'([\w-]+)'/g))
    expect(keyRefusalText(code)).not.toBe(code);
  expect(signRefusalText('private-half-missing')).toMatch(/private key/);
  expect(signRefusalText('not-json')).toMatch(/JSON/);
});

test('a link brings a token back, and is refused where it is too long', () => {
  const link = shareLink('https://example.org/en/tools/jwt/', 'a.b%.c');
  expect(tokenInFragment(new URL(link ?? '').hash)).toBe('a.b%.c');
  expect(shareLink('https://example.org/', 'a'.repeat(9000))).toBeNull();
  expect(tokenInFragment('')).toBeNull();
  expect(tokenInFragment('#main')).toBeNull();
  expect(tokenInFragment('#token=%')).toBe('%');
});

test('a text in its colours is the text', () => {
  const stretches = stretchesOf('Bearer a.b.c;', 'a.b.c');
  expect(stretches.map(({ text }) => text).join('')).toBe('Bearer a.b.c;');
  expect(stretches.filter(({ kind }) => kind !== 'plain').map(({ text }) => text)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('moments are passed when they are, and not before', () => {
  const payload = '{"nbf": 90, "exp":100}';
  const at = (now: number, leeway = 0) => momentsCome(momentsIn(payload, leeway), now * 1000);
  expect(at(99)).toBe(at(90));
  expect(at(100)).not.toBe(at(99));
  expect(at(89)).not.toBe(at(90));
  expect(at(104, 5)).toBe(at(99));
});
