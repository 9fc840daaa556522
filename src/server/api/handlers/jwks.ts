import { jsonContent } from '../../response.ts';
import { publicKeys } from '../../tokens/signing-key.ts';
import type { ApiHandler } from './handler.ts';

/** The keys with which anyone can verify, and nobody can sign (RFC 7517 §5). For every origin, and to be kept a while. */
export const showKeys: ApiHandler = async ({ stores, trace, now }) => {
  // #marker: show
  const keys = publicKeys(stores.signingKeys.values(), now);
  trace.done('keys-sent', 'server/api/handlers/jwks.ts#show', { keys: keys.length });
  return jsonContent(
    200,
    { keys },
    {
      now,
      fields: [
        ['Cache-Control', 'public, max-age=60'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
  );
};
