import { createContext, runInContext, type Context } from 'node:vm';
import realmText from '../../../src/browser/script/realm/realm.ts?bundled';
import { readFromRealm } from '../../../src/browser/script/protocol.ts';
import type { StartScript } from '../../../src/browser/script/running-script.ts';

/**
 * Runs the real realm, and in it what the shop's pages bring, in a context of this process: for scripts of this
 * project only, as nothing keeps them in.
 */
export const inProcessPage: StartScript = async (start, { heard }) => {
  const { port1: port, port2 } = new MessageChannel();
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readFromRealm(data);
    if (message === null) throw new Error('that is nothing which script may say');
    heard(message);
  };
  begin(start, port2);
  return {
    send: (message) => {
      port.postMessage(message);
    },
    end: () => {
      port.close();
    },
  };
};

function begin(start: unknown, port: MessagePort): void {
  let listener: (event: unknown) => void = () => undefined;
  const texts = new Map<string, string>();
  const context: Context = createContext({
    ...globalsOfWorker(),
    Blob: TextBlob,
    URL: class extends URL {
      static override createObjectURL(blob: unknown): string {
        const url = `blob:${texts.size}`;
        texts.set(url, (blob as TextBlob).text);
        return url;
      }
      static override revokeObjectURL = (url: string) => texts.delete(url);
    },
    importScripts: (url: string) => runInContext(texts.get(url) ?? '', context),
    addEventListener: (type: string, listen: typeof listener) => {
      if (type === 'message') listener = listen;
    },
  });
  // Where a worker's scope has the interfaces that the realm takes away, this one has nothing.
  runInContext('Object.setPrototypeOf(globalThis, EventTarget.prototype)', context);
  runInContext(realmText, context);
  listener({ data: structuredClone(start), ports: [port] });
}

class TextBlob {
  readonly text: string;

  constructor(parts: readonly string[]) {
    this.text = parts.join('');
  }
}

function globalsOfWorker(): Record<string, unknown> {
  const { Event, EventTarget, MessageEvent, DOMException, Headers, Response } = globalThis;
  const { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask } = globalThis;
  const { FormData, URLSearchParams, TextEncoder, TextDecoder, AbortController, AbortSignal } =
    globalThis;
  return {
    ...{ Event, EventTarget, MessageEvent, DOMException, Headers, Response },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
    ...{ FormData, URLSearchParams, TextEncoder, TextDecoder, AbortController, AbortSignal },
    ...{ structuredClone, atob, btoa, crypto, performance },
  };
}
