import { passwordMatches, type PasswordHash } from '../password.ts';
import type { Turn } from './turn.ts';
import { findUser, type User } from './users.ts';

const method = 'PBKDF2';

/** Against this a password is checked when nobody has that name, so that both refusals take as long. */
const nobody: PasswordHash = {
  passwordHash: '00'.repeat(32),
  salt: '00'.repeat(16),
  iterations: 100_000,
};

/** The user whose name and password stand in the form; `null` where they do not belong together. */
export async function checkCredentials(turn: Turn, form: URLSearchParams): Promise<User | null> {
  // #marker: read-credentials
  const username = form.get('username') ?? '';
  turn.trace.done('credentials-read', 'server/shop/credentials.ts#read-credentials', {
    user: username,
  });
  // #marker: check-password
  const user = findUser(username);
  const { iterations } = user ?? nobody;
  const matched = await passwordMatches(form.get('password') ?? '', user ?? nobody);
  if (user === undefined || !matched) {
    turn.trace.refused(
      'password-wrong',
      'server/shop/credentials.ts#check-password',
      { document: 'Shop' },
      { method },
    );
    return null;
  }
  turn.trace.done('password-matched', 'server/shop/credentials.ts#check-password', {
    method,
    iterations,
  });
  return user;
}
