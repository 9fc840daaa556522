const textLimit = 10_000;
const depthLimit = 2;
const entryLimit = 50;
const apply = Reflect.apply.bind(Reflect);
const sourceOf = Object.getOwnPropertyDescriptor(Function.prototype, 'toString')
  ?.value as () => string;

/** A value as the console shows it. Never throws, whatever getters and proxies it meets. */
export function inspect(value: unknown): string {
  try {
    return shown(value, 0).slice(0, textLimit);
  } catch {
    return '[object]';
  }
}

/** As `inspect`, but says of a promise what has become of it. */
export async function inspectSettled(value: unknown): Promise<string> {
  if (!(value instanceof Promise)) return inspect(value);
  let state = '<pending>';
  void value.then(
    (result) => {
      state = `<fulfilled>: ${inspect(result)}`;
    },
    (reason: unknown) => {
      state = `<rejected>: ${inspect(reason)}`;
      // Looking at it must not count as having handled it.
      throw reason;
    },
  );
  await Promise.resolve();
  await Promise.resolve();
  return `Promise {${state}}`.slice(0, textLimit);
}

function shown(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, textLimit));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return functionText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error || value instanceof DOMException)
    return `${value.name}: ${value.message}`;
  if (value instanceof Promise) return 'Promise {<pending>}';
  if (value instanceof Date || value instanceof RegExp) return String(value);
  const tag: unknown = Reflect.get(value, Symbol.for('remember-me.inspect'));
  if (typeof tag === 'function') return String(Reflect.apply(tag, value, []));
  return depth > depthLimit ? '{…}' : contentText(value, depth);
}

function functionText(value: object): string {
  const text = apply(sourceOf, value, []);
  if (text.startsWith('class')) return /^class[^{]*/.exec(text)?.[0].trim() ?? 'class';
  return `ƒ ${String(Reflect.get(value, 'name'))}()`;
}

function contentText(value: object, depth: number): string {
  const next = (inner: unknown): string => shown(inner, depth + 1);
  if (Array.isArray(value)) {
    const count = depth === 0 || value.length === 0 ? '' : `(${value.length}) `;
    return `${count}[${limited(value.map(next))}]`;
  }
  if (value instanceof Map) {
    const entries = [...value].map(([key, inner]) => `${next(key)} => ${next(inner)}`);
    return `Map(${value.size}) {${limited(entries)}}`;
  }
  if (value instanceof Set) return `Set(${value.size}) {${limited([...value].map(next))}}`;
  if (value instanceof Headers || value instanceof URLSearchParams)
    return `${nameOf(value)}{${limited([...value].map(([key, text]) => `${key}: ${next(text)}`))}}`;
  return `${nameOf(value)}{${limited(propertyTexts(value, next))}}`;
}

function propertyTexts(value: object, next: (inner: unknown) => string): string[] {
  const isResponse = value instanceof Response;
  return Reflect.ownKeys(value).flatMap((key) => {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    if (property === undefined || (property.enumerable !== true && !isResponse)) return [];
    const name = typeof key === 'string' && /^[\w$]+$/.test(key) ? key : next(key);
    // A getter is not asked: it may do anything.
    return [`${name}: ${property.get ? '(…)' : next(property.value)}`];
  });
}

function limited(texts: readonly string[]): string {
  const kept = texts.slice(0, entryLimit);
  return [...kept, ...(texts.length > entryLimit ? ['…'] : [])].join(', ');
}

/** The name of the class, with a blank; empty for a plain object. */
function nameOf(value: object): string {
  const maker: unknown = Reflect.get(value, 'constructor');
  if (typeof maker !== 'function' || maker === Object) return '';
  const name: unknown = Reflect.get(maker, 'name');
  return typeof name === 'string' && name !== '' ? `${name} ` : '';
}
