import realmText from './realm/realm.ts?bundled';
import { readFromRealm, type RealmStart, type ToRealm } from './protocol.ts';
import bootstrap from './sandbox-bootstrap.js?raw';
import type { RunningScript, SandboxEvents } from './running-script.ts';
import { sandboxDocument } from './sandbox-document.ts';
import { Watch, type StopReason } from './watch.ts';

/**
 * Starts script of one document in a sandbox: a frame of an opaque origin whose policy allows no network,
 * and in it a worker. The frame holds nothing; the port is the only way out, and nobody else has its
 * other end.
 */
export function startInSandbox(
  document: Document,
  start: RealmStart,
  { heard, stopped }: SandboxEvents,
): RunningScript {
  const { port1: port, port2 } = new MessageChannel();
  const frame = document.createElement('iframe');
  const end = (): void => {
    watch.end();
    port.onmessage = null;
    port.close();
    frame.remove();
  };
  const stop = (reason: StopReason): void => {
    end();
    stopped(reason);
  };
  const send = (message: ToRealm): void => {
    port.postMessage(message);
  };
  const watch = new Watch({
    ping: (id) => {
      send({ type: 'ping', id });
    },
    stop,
    every: (ms, call) => {
      const timer = setInterval(call, ms);
      return () => {
        clearInterval(timer);
      };
    },
  });
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!watch.heard()) return;
    const message = readFromRealm(data);
    if (message === null) stop('not-a-message');
    else if (message.type === 'ready') watch.started();
    else if (message.type === 'pong') watch.answered(message.id);
    else heard(message);
  };
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.addEventListener(
    'load',
    () => {
      // An opaque origin has no name that could be written here.
      frame.contentWindow?.postMessage({ text: realmText, start }, '*', [port2]);
    },
    { once: true },
  );
  frame.srcdoc = sandboxDocument(bootstrap);
  document.body.append(frame);
  return { send, end };
}
