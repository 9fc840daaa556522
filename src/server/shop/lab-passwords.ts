/**
 * The passwords of the lab's two customers, so that the sign-in form can arrive filled in. No shop has
 * such a table: what it checks against are the salted hashes in `users.ts`.
 */
export const labPasswords: Readonly<Record<string, string>> = { alice: 'butter', bob: 'honey' };
