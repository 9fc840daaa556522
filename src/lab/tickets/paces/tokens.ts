import { shop } from '../../attacks/stage.ts';
import { copyKey, putKey } from '../../kept-key.ts';
import type { Check } from '../check.ts';
import { minute } from '../customer.ts';
import { bad, good } from '../finding.ts';

/** A refresh token that was copied, and used after its owner has gone on, opens nothing: where there are any. */
export const oldRefreshToken: Check = {
  id: 'old-refresh-token',
  needsScript: true,
  play: async (stage) => {
    await stage.as('alice').signIn();
    const key = copyKey(stage.lab);
    stage.lab.advance(90 * minute);
    await stage.visit(`${shop}/account`);
    stage.lab.advance(10 * minute);
    putKey(stage.as('mallory').lab, key);
    const from = stage.lab.exchanges.length;
    await stage.visit(`${shop}/account`);
    const refreshed = stage.lab.exchanges
      .slice(from)
      .some(
        ({ request, response }) =>
          request.method === 'POST' &&
          new URL(request.targetUri).pathname === '/refresh' &&
          response?.status === 200,
      );
    return refreshed ? bad('token-reused') : good('token-refused');
  },
};
