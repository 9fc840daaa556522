import { responseText, requestText } from '../../http/wire-text.ts';
import { octets } from '../../http/octets.ts';
import type { Exchange } from '../exchange.ts';
import { keysInClear, type KeyInClear } from './keys-in-clear.ts';

/** What somebody who listens to the line sees of one exchange. */
export type Overheard = OverheardText | OverheardTls;

interface OverheardExchange {
  readonly exchangeId: string;
  /** Host and port that the line leads to. */
  readonly host: string;
}

/** Without TLS: every letter. */
export interface OverheardText extends OverheardExchange {
  readonly inClear: true;
  readonly request: string;
  /** `null` as long as there is none. */
  readonly response: string | null;
  readonly keys: readonly KeyInClear[];
}

/**
 * With TLS: whom it goes to, since the name stands unencrypted in the first message (RFC 6066 §3, "server_name"; with
 * Encrypted Client Hello not even that), when, and about how much.
 */
export interface OverheardTls extends OverheardExchange {
  readonly inClear: false;
  readonly requestOctets: number;
  readonly responseOctets: number | null;
}

/** What the listener sees of the exchange. Who is not on the same line sees nothing: ask before. */
export function overhear({ id, request, response }: OverheardSource): Overheard {
  const { host, protocol } = new URL(request.targetUri);
  const sent = requestText(request);
  const received = response === null ? null : responseText(response);
  if (protocol === 'http:') {
    const keys = keysInClear(request, response);
    return { exchangeId: id, host, inClear: true, request: sent, response: received, keys };
  }
  return {
    exchangeId: id,
    host,
    inClear: false,
    requestOctets: octets(sent),
    responseOctets: received === null ? null : octets(received),
  };
}

export type OverheardSource = Pick<Exchange, 'id' | 'request' | 'response'>;
