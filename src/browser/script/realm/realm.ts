import type { RealmStart, ToRealm } from '../protocol.ts';
import { DocumentCookie } from './document-cookie.ts';
import { evaluate } from './evaluate.ts';
import { tellOfFailures } from './failures.ts';
import { furnish } from './furnish.ts';
import { hideWorker } from './hide-worker.ts';
import { inspect, inspectSettled } from './inspect.ts';
import { dispatch, finishLoading } from './page-events.ts';
import { PageClock } from './page-date.ts';
import { contentOf, senderOf, type Tell } from './primordials.ts';
import { Questions } from './questions.ts';
import { textRunner } from './run-text.ts';
import { handlerCompiler } from './handler-compiler.ts';
import { createStorage } from './storage.ts';
import { ScriptTree } from './script-tree.ts';

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
  const later = setTimeout.bind(globalThis);
  // As in a page: what script has put off until it is done comes before what the browser does next.
  const tellAfterMicrotasks: Tell = (message) => {
    later(() => {
      tell(message);
    });
  };
  const questions = new Questions(tell);
  const clock = new PageClock(start.now);
  const cookie = new DocumentCookie(start.cookies, tell, setTimeout.bind(globalThis));
  const tree = new ScriptTree({
    start,
    tell,
    loadPicture: (url) => questions.ask({ api: 'image', url }),
    compile: handlerCompiler(start.allowsHandlers, run, tell),
  });
  tellOfFailures(tell);
  hideWorker();
  const storages = {
    local: start.storage && createStorage('local', start.storage.local, tell),
    session: start.storage && createStorage('session', start.storage.session, tell),
  };
  furnish({ start, cookie, tree, clock, questions, storages, tell });
  port.onmessage = (event) => {
    const message = contentOf(event) as ToRealm;
    switch (message.type) {
      case 'ping':
        return tell({ type: 'pong', id: message.id });
      case 'cookies':
        clock.turn(message.cookies.access.now);
        return cookie.renew(message.cookies, message.written);
      case 'stored':
        return storages[message.storage]?.renew(message.entries);
      case 'answer':
        return questions.answer(message.id, message.answer);
      case 'dispatch':
        return tellAfterMicrotasks({
          type: 'dispatched',
          id: message.id,
          prevented: dispatch(tree, message),
        });
      case 'loaded':
        finishLoading(tree, message.pictures);
        return tellAfterMicrotasks({ type: 'dispatched', id: message.id, prevented: false });
      case 'run':
        return runScript(message.id, () => run(message.text), tellAfterMicrotasks);
      case 'evaluate':
        void answer(message, run, tell);
    }
  };
  tell({ type: 'ready' });
}

function runScript(id: number, run: () => void, tell: Tell): void {
  try {
    run();
    tell({ type: 'evaluated', id, ok: true, text: '' });
  } catch (error) {
    tell({ type: 'evaluated', id, ok: false, text: inspect(error) });
  }
}

async function answer(
  line: Extract<ToRealm, { type: 'evaluate' }>,
  run: (text: string) => void,
  tell: Tell,
): Promise<void> {
  const { id } = line;
  try {
    const { value } = await evaluate(line, run);
    tell({ type: 'evaluated', id, ok: true, text: await inspectSettled(value) });
  } catch (error) {
    tell({ type: 'evaluated', id, ok: false, text: inspect(error) });
  }
}
