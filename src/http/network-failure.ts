/** Why no response arrived at all. */
export type NetworkFailureCode =
  'aborted' | 'connection-refused' | 'connection-lost' | 'name-not-resolved';

/** Thrown by a network that could not bring back any response, as `fetch` rejects. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(
    readonly code: NetworkFailureCode,
    message: string = code,
  ) {
    super(message);
  }
}
