import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/cookies/', import.meta.url));
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
let work = '';

beforeAll(async () => {
  work = await mkdtemp(fileURLToPath(new URL('../../../node_modules/.readme-', import.meta.url)));
});

afterAll(async () => {
  await rm(work, { recursive: true });
});

test('the example of the README prints, in Node alone, what it says it prints', async () => {
  const entry = join(work, 'example.ts');
  await writeFile(entry, example.replaceAll("from './", `from '${folder}`));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: entry,
      outDir: work,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'example.mjs' } },
    },
  });
  const { stdout, stderr } = spawnSync(process.execPath, [join(work, 'example.mjs')], {
    encoding: 'utf8',
  });
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(
    ([, text]) => text,
  );
  expect(promised).toHaveLength(4);
  expect([stderr, stdout.trim().split('\n')]).toEqual(['', promised]);
}, 60_000);
