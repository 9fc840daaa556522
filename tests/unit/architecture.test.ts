import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { beforeAll, expect, test } from 'vitest';

// The directions need no types; without them each line is judged in milliseconds.
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], ...ts.configs.disableTypeChecked }],
});

beforeAll(() => complaints('src/http/rule.ts', 'export {};'), 60_000);

const inSvelte = (line: string): string => `<script lang="ts">\n  ${line}\n</script>\n`;

async function complaints(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages
    .filter(({ ruleId }) => ruleId === 'rooms/directions')
    .map(({ message }) => message);
}

test.each<[file: string, code: string]>([
  ['src/browser/browser.ts', "import { a } from '../server/context.ts';"],
  ['src/browser/tab.ts', "import type { A } from '../server/context.ts';"],
  ['src/browser/tab.ts', "export type { A } from '../server/context.ts';"],
  ['src/browser/tab.ts', "export type B = import('../server/context.ts').A;"],
  ['src/browser/tab.ts', "export const a = () => import('../server/context.ts');"],
  ['src/server/sessions/session-record.ts', "import '../../browser/tab.ts';"],
  ['src/http/message.ts', "import '../cookies/cookie.ts';"],
  ['src/cookies/cookie.ts', "import '../jwt/decode.ts';"],
  ['src/server/context.ts', "import { writable } from 'svelte/store';"],
  ['src/browser/tab.ts', "import { http } from 'msw';"],
  ['src/lab/log.ts', "import { setupWorker } from 'msw/browser';"],
  ['src/lab/log.ts', "import '../tutorial/step.ts';"],
  ['src/lab/lab.svelte.ts', "import '../ui/shell/route.ts';"],
  ['src/tutorial/step.ts', "import '../ui/shell/route.ts';"],
  ['src/ui/shell/App.svelte', inSvelte("import { http } from 'msw';")],
  ['src/ui/shell/App.svelte', inSvelte("import type { RequestHandler } from 'msw';")],
  ['src/ui/shell/App.svelte', inSvelte("import '../../main.ts';")],
])('%s may not say %s', async (file, code) => {
  expect(await complaints(file, code)).toHaveLength(1);
});

test.each<[file: string, code: string]>([
  ['src/wire/carrier.ts', "import { http } from 'msw';"],
  ['src/wire/carrier.ts', "import '../server/context.ts';"],
  ['src/lab/lab.svelte.ts', "import { SvelteMap } from 'svelte/reactivity';"],
  ['src/server/trace.ts', "import * as m from '../messages/compiled/messages.js';"],
  ['src/ui/browser/TabStrip.svelte', inSvelte("import '../server/Trace.svelte';")],
  ['src/main.ts', "import './server/context.ts';"],
])('%s may say %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
