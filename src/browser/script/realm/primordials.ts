/**
 * What the realm itself goes on using, taken before any code of a page runs: a page may replace whatever
 * it finds, and must not thereby get hold of the port.
 */
const apply = Reflect.apply.bind(Reflect);
const descriptor = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data') ?? {};
const dataOf = Reflect.get(descriptor, 'get') as (() => unknown) | undefined;

/** The message's content, by the browser's own getter. */
export function contentOf(event: MessageEvent): unknown {
  return dataOf ? apply(dataOf, event, []) : null;
}

/** Says something to the page. */
export type Tell = (message: unknown) => void;

/** A function that posts through the port without ever naming it again. */
export function senderOf(port: MessagePort): Tell {
  const post = port.postMessage.bind(port);
  return (message) => {
    post(message);
  };
}
