import type { RealmStart, ToRealm } from '../protocol.ts';
import { DocumentCookie } from './document-cookie.ts';
import { evaluate } from './evaluate.ts';
import { hideWorker } from './hide-worker.ts';
import { inspect } from './inspect.ts';
import { contentOf, senderOf } from './primordials.ts';
import { textRunner } from './run-text.ts';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

addEventListener(
  'message',
  (event: MessageEvent<RealmStart>) => {
    const [port] = event.ports;
    if (port) begin(port, event.data);
  },
  { once: true },
);

/** Makes the worker look like a page's window, and waits for what is to be run. */
function begin(port: MessagePort, start: RealmStart): void {
  const tell = senderOf(port);
  const run = textRunner();
  const cookie = new DocumentCookie(start, tell);
  hideWorker();
  furnish(cookie, tell);
  port.onmessage = (event) => {
    const message = contentOf(event) as ToRealm;
    if (message.type === 'ping') tell({ type: 'pong', id: message.id });
    else if (message.type === 'cookies') cookie.renew(message.cookies, message.written);
    else void answer(message.id, message.text, run, tell);
  };
  tell({ type: 'ready' });
}

async function answer(
  id: number,
  text: string,
  run: (text: string) => void,
  tell: (message: unknown) => void,
): Promise<void> {
  try {
    const value = await evaluate(text, run);
    tell({ type: 'evaluated', id, ok: true, text: inspect(value) });
  } catch (error) {
    tell({ type: 'evaluated', id, ok: false, text: inspect(error) });
  }
}

function furnish(cookie: DocumentCookie, tell: (message: unknown) => void): void {
  const document = Object.freeze({
    get cookie(): string {
      return cookie.value;
    },
    set cookie(text: unknown) {
      cookie.value = String(text);
    },
  });
  const console = Object.fromEntries(
    levels.map((level) => [
      level,
      (...values: readonly unknown[]) => {
        const text = values
          .map((value) => (typeof value === 'string' ? value.slice(0, 10_000) : inspect(value)))
          .join(' ');
        tell({ type: 'logged', level, text: text.slice(0, 10_000) });
      },
    ]),
  );
  const globals = { window: globalThis, parent: globalThis, top: globalThis, opener: null };
  for (const [name, value] of Object.entries({ ...globals, document, console }))
    Reflect.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
