let handed: string | null = null;

/**
 * Leaves a token for the workbench, which is about to be opened. Not by the address: it may be somebody's real
 * one, and addresses are kept.
 */
export function handToken(token: string): void {
  handed = token;
}

/** The token that was left, once. */
export function takeHandedToken(): string | null {
  const token = handed;
  handed = null;
  return token;
}
