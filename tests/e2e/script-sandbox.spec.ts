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

/** What would reach the network or the page if one of the walls were missing; `CANARY` is a server that counts. */
const hostile: readonly (readonly [name: string, code: string])[] = [
  ['fetch', 'await fetch("CANARY/fetch", { mode: "no-cors" })'],
  ['fetch of the site itself', 'await fetch("SITE")'],
  ['fetch of a name of the lab', 'await fetch("https://shop.example/")'],
  [
    'XMLHttpRequest',
    'const x = new XMLHttpRequest(); x.open("GET", "CANARY/xhr", false); x.send()',
  ],
  ['WebSocket', 'new WebSocket("CANARY/ws".replace("http", "ws"))'],
  ['EventSource', 'new EventSource("CANARY/events")'],
  ['WebTransport', 'await new WebTransport("https://127.0.0.1:9/").ready'],
  ['importScripts', 'importScripts("CANARY/import-scripts")'],
  ['import', 'await import("CANARY/import")'],
  ['import of the site', 'await import("SITEsw.js")'],
  ['nested worker', 'new Worker("CANARY/worker")'],
  [
    'nested worker of a blob',
    'new Worker(URL.createObjectURL(new Blob(["fetch(`CANARY/nested`)"])))',
  ],
  ['shared worker', 'new SharedWorker("CANARY/shared")'],
  ['IndexedDB', 'indexedDB.open("stolen")'],
  ['caches', 'await caches.open("stolen")'],
  ['storage', 'await navigator.storage.getDirectory()'],
  ['BroadcastChannel', 'new BroadcastChannel("x").postMessage(1)'],
  ['beacon', 'navigator.sendBeacon("CANARY/beacon")'],
  ['WebRTC', 'new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:9" }] })'],
  ['font', 'await new FontFace("x", "url(CANARY/font)").load()'],
  ['eval', 'eval("1")'],
  ['Function', 'new Function("1")()'],
  ['WebAssembly', 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))'],
  [
    'timer of text',
    'setTimeout("globalThis.ran = 1", 0); await new Promise((f) => setTimeout(f, 50)); ran',
  ],
  ['message to the frame', 'postMessage({ text: "1" })'],
  [
    'the worker by its prototype',
    'Object.getPrototypeOf(globalThis).importScripts("CANARY/prototype")',
  ],
  ['a new window', 'open("CANARY/window")'],
  ['@import of a style sheet', 'new CSSStyleSheet().replaceSync("@import url(CANARY/css)")'],
  ['writing a document', 'document.write("<img src=CANARY/write>")'],
  ['the element above', 'parent.frameElement.src = "CANARY/frame"'],
  ['a service worker', 'await navigator.serviceWorker.register("CANARY/sw.js")'],
  ['import of data', 'await import("data:text/javascript,fetch(`CANARY/data`)")'],
  ['the function of functions', 'self.constructor.constructor("return this")()'],
  ['waiting without end', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
  ['more memory than there is', 'new ArrayBuffer(2 ** 50)'],
  ['memory without end', 'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 31))'],
  ['timers without end', 'for (;;) setTimeout(() => {}, 1e6)'],
];

/** What runs, but moves the simulated browser only. */
const harmless: readonly (readonly [name: string, code: string])[] = [
  ['navigation', 'location.href = "CANARY/navigation"'],
  ['navigation of the top', 'top.location = "CANARY/top"'],
  ['navigation in place', 'location.replace("javascript:fetch(`CANARY/javascript`)")'],
  ['a picture', 'new Image().src = "CANARY/picture"'],
  [
    'preconnect',
    'const l = document.createElement("link"); l.rel = "preconnect"; l.href = "CANARY/"; document.body.append(l)',
  ],
  [
    'a frame',
    'const f = document.createElement("iframe"); f.src = "CANARY/inner"; document.body.append(f)',
  ],
  [
    'a script element',
    'const s = document.createElement("script"); s.src = "CANARY/script"; document.body.append(s)',
  ],
  [
    'a form for the top',
    'const g = document.createElement("form"); g.action = "CANARY/form"; g.target = "_top"; g.submit()',
  ],
  [
    'what answers are kept in',
    'Map.prototype.get = function () { for (const { resolve } of this.values()) resolve(this) }',
  ],
  ['prototypes of messages', 'Object.prototype.type = "logged"; Object.prototype.id = 1'],
  ['stack frames', 'Error.prepareStackTrace = (_, f) => f.map((one) => one.getThis?.())'],
];

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
}) => {
  await page.goto('en/');
  const { port } = canary.address() as AddressInfo;
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
