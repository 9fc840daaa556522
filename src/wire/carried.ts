/**
 * What a real `fetch` can carry of a message: one `Request` and one `Response`, as plain data.
 * Both carriers take the one and bring back the other; only the envelope in their headers is believed.
 */
export interface CarriedRequest {
  /** Always `https:` and a host below `example` without a port, whatever the message itself says. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly CarriedHeader[];
  readonly body: string | null;
}

export interface CarriedResponse {
  readonly status: number;
  readonly headers: readonly CarriedHeader[];
  readonly body: string;
}

export type CarriedHeader = readonly [name: string, value: string];

/** The far end of a carrier. Never rejects: what goes wrong travels back in the envelope. */
export type Deliver = (request: CarriedRequest) => Promise<CarriedResponse>;

/** The header that holds the envelope, both ways. */
export const ENVELOPE_HEADER = 'lab-envelope';
