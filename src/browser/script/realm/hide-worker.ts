/** What is left of the worker's globals: the language, and what reaches nobody. */
const kept: ReadonlySet<string> = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise
  RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array
  Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set Iterator WeakMap WeakSet
  WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape
  unescape eval isFinite isNaN globalThis self setTimeout clearTimeout setInterval clearInterval queueMicrotask
  structuredClone atob btoa crypto Crypto CryptoKey SubtleCrypto URL URLSearchParams TextEncoder TextDecoder
  Event EventTarget CustomEvent AbortController AbortSignal DOMException Headers Response performance`.split(
    /\s+/,
  ),
);

/**
 * Removes everything of the worker that could reach outside. The policy forbids all of it as well; this
 * is for the truth of what script sees, and in case the policy has a hole.
 */
export function hideWorker(): void {
  for (
    let holder: object | null = globalThis;
    holder !== null && holder !== EventTarget.prototype;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (name !== 'constructor' && !kept.has(name)) Reflect.deleteProperty(holder, name);
    }
    // By it script would get at the worker's interfaces again.
    if (holder !== globalThis) Reflect.deleteProperty(holder, 'constructor');
  }
  Reflect.deleteProperty(URL, 'createObjectURL');
  Reflect.deleteProperty(URL, 'revokeObjectURL');
}
