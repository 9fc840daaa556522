/** Stands where something was left out that is nobody else's business. */
export const leftOutText = 'left-out';

/** What a shared lab is without. */
export interface LeftOut {
  /** Keys and secrets of the shop: always, where there were any. */
  readonly keys: number;
  /** Passwords that somebody typed, the lab's own two excepted: those stand in every sign-in form. */
  readonly passwords: number;
  /** Tokens that the lab has not made: somebody put them there. */
  readonly tokens: number;
}
