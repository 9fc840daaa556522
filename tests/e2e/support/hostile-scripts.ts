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
  ['timers without end', 'for (;;) setTimeout(() => {}, 1e6)'],
];

/**
 * Refused by Chromium, which counts what a page may take. Firefox lets it take all that there is, and then ends the
 * whole tab: no page can prevent that, and its journal brings the lab back.
 */
const greedy = [
  'memory without end',
  'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 31))',
] as const;

/** What may be tried in that browser. */
export function hostileIn(browserName: string): typeof hostile {
  return browserName === 'firefox' ? hostile : [...hostile, greedy];
}

/** Ended by the browser rather than refused by the language. */
export const endless: readonly (readonly [name: string, code: string])[] = [
  ['a loop', 'for (;;);'],
  ['microtasks without end', 'const again = () => Promise.resolve().then(again); again()'],
];

/** What runs, but moves the simulated browser only. */
export const harmless: readonly (readonly [name: string, code: string])[] = [
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
