/**
 * The passwords of the lab's two customers, so that the sign-in form can arrive filled in. No shop has
 * such a table: what it checks against are the salted hashes in `users.ts`.
 */
export const labPasswords: Readonly<Record<string, string>> = { alice: 'butter', bob: 'honey' };

/** What the form is filled in with; nothing for anybody else, whatever they call themselves. */
export function labPasswordOf(userId: string): string {
  return (Object.hasOwn(labPasswords, userId) && labPasswords[userId]) || '';
}
