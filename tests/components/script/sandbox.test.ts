import { afterEach, beforeEach, expect, test } from 'vitest';
import { CookieJar } from '../../../src/cookies/cookie-jar.ts';
import type { FromRealm } from '../../../src/browser/script/protocol.ts';
import { startInSandbox, type RunningScript } from '../../../src/browser/script/sandbox.ts';

const access = {
  url: 'https://shop.example/',
  api: 'script',
  sameSiteContext: 'strict',
  topLevelSite: 'https://shop.example',
  now: 1_000,
} as const;

let running: RunningScript[] = [];
let requestsOfThePage: number;

beforeEach(() => {
  requestsOfThePage = performance.getEntriesByType('resource').length;
  document.cookie = 'real=secret';
  localStorage.setItem('real', 'secret');
});

afterEach(() => {
  for (const script of running) script.end();
  running = [];
  document.cookie = 'real=; Max-Age=0';
  localStorage.removeItem('real');
});

function start() {
  const jar = new CookieJar(new Map());
  jar.set('theme=dark', access);
  const heard: FromRealm[] = [];
  let stop: (reason: string) => void;
  let next: ((message: FromRealm) => void) | null = null;
  const stopped = new Promise<string>((resolve) => (stop = resolve));
  const script = startInSandbox(
    document,
    { cookies: jar.all(), access },
    {
      heard: (message) => {
        heard.push(message);
        if (message.type === 'evaluated') next?.(message);
      },
      stopped: (reason) => {
        stop(reason);
      },
    },
  );
  running.push(script);
  const evaluate = (text: string) =>
    new Promise<string>((resolve) => {
      next = (message) => {
        resolve(message.type === 'evaluated' ? message.text : '');
      };
      script.send({ type: 'evaluate', id: 1, text });
    });
  return { script, heard, stopped, evaluate };
}

test('script sees the simulated cookie, writes it, and keeps what it declares', async () => {
  const { evaluate, heard } = start();
  expect(await evaluate('document.cookie')).toBe('"theme=dark"');
  await evaluate('document.cookie = "a=b; Path=/"');
  expect(await evaluate('document.cookie')).toBe('"theme=dark; a=b"');
  expect(heard.map(({ type }) => type)).toContain('cookie-written');
  await evaluate('const x = 20');
  expect(await evaluate('x + 1')).toBe('21');
  expect(await evaluate('await Promise.resolve(x)')).toBe('20');
  expect(await evaluate('JSON.parse("{")')).toMatch(/^SyntaxError/);
});

test.each([
  ['the frame above', 'parent === self && top === self'],
  ['its opener', 'opener === null'],
  ['real storage', 'typeof localStorage === "undefined" || localStorage.real === undefined'],
  ['IndexedDB', 'typeof indexedDB === "undefined"'],
  ['caches', 'typeof caches === "undefined"'],
  ['XMLHttpRequest', 'typeof XMLHttpRequest === "undefined"'],
  ['WebSocket', 'typeof WebSocket === "undefined"'],
  ['EventSource', 'typeof EventSource === "undefined"'],
  ['WebTransport', 'typeof WebTransport === "undefined"'],
  ['importScripts', 'typeof importScripts === "undefined"'],
  ['BroadcastChannel', 'typeof BroadcastChannel === "undefined"'],
  ['nested workers', 'typeof Worker === "undefined"'],
  ['shared workers', 'typeof SharedWorker === "undefined"'],
  ['WebRTC', 'typeof RTCPeerConnection === "undefined"'],
  [
    'the worker by its prototypes',
    'Object.getPrototypeOf(globalThis).constructor === Object || typeof Object.getPrototypeOf(globalThis).importScripts === "undefined"',
  ],
  ['messages to the frame', 'typeof postMessage === "undefined"'],
  ['closing', 'typeof close === "undefined"'],
  ['making blobs', 'typeof Blob === "undefined" && URL.createObjectURL === undefined'],
])('hostile script does not get %s', async (_, text) => {
  const { evaluate } = start();
  expect(await evaluate(text)).toBe('true');
});

test.each([
  ['eval', 'eval("1")', /^EvalError/],
  ['Function', 'new Function("return 1")()', /^EvalError/],
  ['the function of functions', '(async () => {}).constructor("return 1")()', /^EvalError/],
  ['WebAssembly', 'new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0]))', /Error/],
  ['import from elsewhere', 'await import("http://127.0.0.1:9/x.js")', /^TypeError/],
  ['import of data', 'await import("data:text/javascript,1")', /^TypeError/],
  ['a getter that throws', '({ get a() { throw 1 } })', /^\[object\]$/],
  ['an error with a hostile name', 'throw { toString() { throw 1 } }', /./],
])('hostile script is refused %s', async (_, text, answer) => {
  const { evaluate } = start();
  expect(await evaluate(text)).toMatch(answer);
});

test.each([
  ['a loop', 'for (;;);'],
  ['endless microtasks', 'const again = () => Promise.resolve().then(again); again()'],
  ['a regular expression that never ends', '/^(a+)+$/.test("a".repeat(60) + "b")'],
])('%s is ended, and the page goes on', async (_, text) => {
  const { script, stopped } = start();
  script.send({ type: 'evaluate', id: 1, text });
  expect(await stopped).toBe('too-long');
  expect(document.querySelector('iframe[sandbox="allow-scripts"]')).toBeNull();
});

test('a flood of messages is ended', async () => {
  const { script, stopped } = start();
  script.send({ type: 'evaluate', id: 1, text: 'for (;;) console.log("x".repeat(9999))' });
  expect(await stopped).toMatch(/too-many-messages|too-long/);
});

test('what it does to the prototypes stays with it, and does not give it the port', async () => {
  const { evaluate } = start();
  await evaluate(`
    globalThis.caught = [];
    Object.prototype.polluted = 1;
    Array.prototype.map = () => { throw 1 };
    Object.defineProperty(MessageEvent?.prototype ?? {}, 'data', { get() { caught.push(this) } });
  `);
  await evaluate(
    'Function.prototype.call = Function.prototype.apply = function () { caught.push(this) }',
  );
  expect(await evaluate('caught.length')).toBe('0');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect([1].map((number) => number)).toEqual([1]);
});

test('the real page keeps what it has', async () => {
  const { evaluate } = start();
  expect(await evaluate('document.cookie.includes("secret")')).toBe('false');
  expect(document.cookie).toContain('real=secret');
  expect(localStorage.getItem('real')).toBe('secret');
  expect(performance.getEntriesByType('resource').length).toBe(requestsOfThePage);
});
