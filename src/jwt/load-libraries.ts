import { webCrypto } from './jwk/crypto-key.ts';

/**
 * Loads whatever reading, making and using keys will need. Afterwards nothing more is asked of the network, so
 * that one can see that a token and a key go nowhere, and work offline.
 */
export async function loadLibraries(): Promise<void> {
  await Promise.all([
    import('jose/jws/flattened/verify'),
    import('jose/key/export'),
    import('jose/key/generate/keypair'),
    import('jose/key/import'),
    ...(webCrypto() === undefined
      ? [import('@noble/hashes/hmac.js'), import('@noble/hashes/sha2.js')]
      : []),
  ]);
}
