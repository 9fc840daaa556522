import { inspect } from './inspect.ts';
import type { Tell } from './primordials.ts';

/** An event of the simulated page, as its script sees it. */
export interface PageEvent {
  readonly type: string;
  readonly target: unknown;
  readonly bubbles: boolean;
  readonly submitter: unknown;
  readonly key: string | undefined;
  currentTarget: unknown;
  defaultPrevented: boolean;
  stopped: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}

export function pageEvent(
  type: string,
  target: unknown,
  {
    submitter = null,
    key,
  }: { readonly submitter?: unknown; readonly key?: string | undefined } = {},
): PageEvent {
  return {
    type,
    target,
    bubbles: type !== 'load' && type !== 'error',
    submitter,
    key,
    currentTarget: null,
    defaultPrevented: false,
    stopped: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
    stopPropagation() {
      this.stopped = true;
    },
  };
}

/** Who listens at one element, at the document or at the window. */
export class Listeners {
  readonly #byType = new Map<string, Set<unknown>>();
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  add(type: unknown, listener: unknown): void {
    const listening = this.#byType.get(String(type)) ?? new Set();
    this.#byType.set(String(type), listening.add(listener));
  }

  remove(type: unknown, listener: unknown): void {
    this.#byType.get(String(type))?.delete(listener);
  }

  /** Calls them, the handler first. What one of them throws is told, and stops nobody else. */
  hear(event: PageEvent, current: unknown, handler: unknown): void {
    event.currentTarget = current;
    for (const listener of [handler, ...(this.#byType.get(event.type) ?? [])]) {
      try {
        if (call(listener, current, event) === false && listener === handler)
          event.preventDefault();
      } catch (error) {
        this.#tell({ type: 'failed', text: `Uncaught ${inspect(error)}` });
      }
    }
  }
}

function call(listener: unknown, current: unknown, event: PageEvent): unknown {
  if (typeof listener === 'function') return Reflect.apply(listener, current, [event]);
  if (typeof listener !== 'object' || listener === null) return undefined;
  const method: unknown = Reflect.get(listener, 'handleEvent');
  return typeof method === 'function' ? Reflect.apply(method, listener, [event]) : undefined;
}
