import type { RealmStart, ToRealm } from '../protocol.ts';
import { DocumentCookie } from './document-cookie.ts';
import { evaluate } from './evaluate.ts';
import { furnish } from './furnish.ts';
import { hideWorker } from './hide-worker.ts';
import { inspect } from './inspect.ts';
import { contentOf, senderOf, type Tell } from './primordials.ts';
import { Questions } from './questions.ts';
import { textRunner } from './run-text.ts';
import { tellOfFailures } from './failures.ts';

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
  const questions = new Questions(tell);
  const cookie = new DocumentCookie(start.cookies, tell, setTimeout.bind(globalThis));
  tellOfFailures(tell);
  hideWorker();
  furnish({ start, cookie, questions, tell });
  port.onmessage = (event) => {
    const message = contentOf(event) as ToRealm;
    if (message.type === 'ping') tell({ type: 'pong', id: message.id });
    else if (message.type === 'cookies') cookie.renew(message.cookies, message.written);
    else if (message.type === 'answer') questions.answer(message.id, message.answer);
    else void answer(message.id, message.text, run, tell);
  };
  tell({ type: 'ready' });
}

async function answer(
  id: number,
  text: string,
  run: (text: string) => void,
  tell: Tell,
): Promise<void> {
  try {
    const value = await evaluate(text, run);
    tell({ type: 'evaluated', id, ok: true, text: inspect(value) });
  } catch (error) {
    tell({ type: 'evaluated', id, ok: false, text: inspect(error) });
  }
}
