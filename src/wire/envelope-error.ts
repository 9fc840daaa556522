/** A message that cannot be put into an envelope, or an envelope that none of us wrote: always a bug. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
}

/** Throws an `EnvelopeError` unless the condition holds. */
export function requireThat(condition: boolean, what: string): asserts condition {
  if (!condition) throw new EnvelopeError(what);
}
