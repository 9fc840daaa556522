import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import {
  classicScript,
  sandboxBootstrap,
  sandboxBootstrapHash,
} from '../../build/script-realm-plugin.ts';
import { consoleScript } from '../../src/browser/script/console-line.ts';
import { sandboxHtml } from '../../src/browser/script/sandbox-html.ts';
import { harmless, hostileIn } from './support/hostile-scripts.ts';

let canary: Server;
let asked: string[];

test.beforeEach(async () => {
  asked = [];
  canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((listening) => canary.listen(0, '127.0.0.1', listening));
});

test.afterEach(() => canary.close());

/** Runs each code in a sandbox of its own; the answers of those that were refused. */
async function run(page: Page, codes: readonly string[]): Promise<readonly string[]> {
  const realm = fileURLToPath(new URL('../../src/browser/script/realm/realm.ts', import.meta.url));
  return page.evaluate(
    async ({ html, text, lines }) => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: {
          createPolicy(
            name: string,
            rules: { createHTML: (text: string) => string },
          ): { createHTML(text: string): string };
        };
      };
      const policy = trustedTypes.createPolicy('script-sandbox', { createHTML: (input) => input });
      const access = {
        url: 'https://shop.example/',
        api: 'script',
        sameSiteContext: 'strict',
        topLevelSite: 'https://shop.example',
        now: 0,
      };
      const start = {
        cookies: { cookies: [], access, thirdPartyCookies: 'allowed', publicSuffixes: ['example'] },
        storage: { local: [], session: [] },
        url: access.url,
        title: '',
        body: [],
        bodyHandlers: {},
        allowsHandlers: true,
        now: 0,
        isSecureContext: true,
        userAgent: '',
        languages: ['en'],
      };
      const failed = { ok: false, exception: 'TypeError', message: 'Failed to fetch' };
      const answerTo = (line: object): Promise<string> =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-scripts');
          port1.onmessage = ({ data }) => {
            if (data.type === 'ready') port1.postMessage({ type: 'evaluate', id: 1, ...line });
            if (data.type === 'asked')
              port1.postMessage({ type: 'answer', id: data.id, answer: failed });
            if (data.type !== 'evaluated') return;
            frame.remove();
            resolve(`${data.ok ? 'ran' : 'refused'}: ${data.text}`);
          };
          frame.onload = () => {
            frame.contentWindow?.postMessage({ text, start }, '*', [port2]);
          };
          frame.srcdoc = policy.createHTML(html);
          document.body.append(frame);
        });
      const answers: string[] = [];
      for (const line of lines) answers.push(await answerTo(line));
      return answers;
    },
    {
      html: sandboxHtml(sandboxBootstrap(), sandboxBootstrapHash()),
      text: await classicScript(realm),
      lines: codes.map((code) => consoleScript(code, '$line1')),
    },
  );
}

test('under the policy of the built site, hostile script reaches nobody', async ({
  page,
  baseURL,
  browserName,
}) => {
  await page.goto('en/');
  const { port } = canary.address() as AddressInfo;
  const hostile = hostileIn(browserName);
  const codes = [...hostile, ...harmless].map(([, code]) =>
    code.replaceAll('CANARY', `http://127.0.0.1:${port}`).replaceAll('SITE', baseURL ?? ''),
  );
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const answers = await run(page, codes);
  const ran = hostile.filter((_, index) => !answers[index]?.startsWith('refused'));
  expect(ran.map(([name]) => name)).toEqual([]);
  const stuck = harmless.filter((_, index) => !answers[hostile.length + index]?.startsWith('ran'));
  expect(stuck.map(([name]) => name)).toEqual([]);
  expect(hostile.length + harmless.length).toBeGreaterThanOrEqual(40);
  expect(page.url()).toBe(new URL('en/', baseURL).href);
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe(before);
  expect(await page.context().cookies()).toEqual([]);
  await page.getByRole('button').first().click({ trial: true });
});
