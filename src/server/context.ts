import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { ObserveServer } from './events.ts';

/** What a server knows of the connection on which a request came: addresses, never a person. */
export interface Connection {
  readonly id: string;
  /** The client's IP address as the server sees it. */
  readonly remoteAddress: string;
  readonly secure: boolean;
}

export interface ServerContext {
  readonly exchangeId: string;
  readonly connection: Connection;
  readonly observe: ObserveServer;
}

/** A server: a message comes in, a message goes out. */
export type Handle = (request: HttpRequest, context: ServerContext) => Promise<HttpResponse>;
