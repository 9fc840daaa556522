import { checkPassword, type PasswordHash, type PasswordVerdict } from '../password.ts';
import type { Turn } from './turn.ts';
import { findUser, type User } from './users.ts';

export type CredentialsCheck = { readonly ok: true; readonly user: User } | { readonly ok: false; readonly code: Exclude<PasswordVerdict, 'matched'> };

const method = 'PBKDF2';

/** Against this a password is checked when nobody has that name, so that both refusals take as long. */
const nobody: PasswordHash = { passwordHash: '00'.repeat(32), salt: '00'.repeat(16), iterations: 100_000 };

/** Whether the user name and password of a form belong together. */
export async function checkCredentials(turn: Turn, form: URLSearchParams): Promise<CredentialsCheck> {
  // #marker: read-credentials
  const username = form.get('username') ?? '';
  turn.trace.done('credentials-read', 'server/shop/credentials.ts#read-credentials', { user: username });
  // #marker: check-password
  const user = findUser(username);
  const { iterations } = user ?? nobody;
  const verdict = await checkPassword(form.get('password') ?? '', user ?? nobody);
  if (verdict === 'unavailable') {
    turn.trace.refused('password-check-unavailable', 'server/shop/credentials.ts#check-password', { document: 'Shop' }, {});
    return { ok: false, code: 'unavailable' };
  }
  if (user === undefined || verdict === 'wrong') {
    turn.trace.refused('password-wrong', 'server/shop/credentials.ts#check-password', { document: 'Shop' }, { method });
    return { ok: false, code: 'wrong' };
  }
  turn.trace.done('password-matched', 'server/shop/credentials.ts#check-password', { method, iterations });
  return { ok: true, user };
}
