/** What a hidden run saw; the catalogue has a sentence for each. */
export type FindingCode =
  /** Whom the shop took the customer for, asked once. */
  | 'known'
  | 'unknown'
  /** Asked several times: `times` of `looks`. */
  | 'known-each-time'
  | 'known-sometimes'
  | 'cart-kept'
  | 'cart-lost'
  /** Order number `order`, `total` in won. */
  | 'order-placed'
  | 'order-missing'
  | 'nobody-ordered'
  | 'order-forged'
  | 'price-kept'
  | 'price-changed'
  /** Somebody else, with a key or a trick of their own. */
  | 'kept-out'
  | 'let-in'
  | 'answered'
  | 'not-answered'
  /** After `seconds`. */
  | 'answered-late'
  /** For browsers, which take 4096 octets of name and value. */
  | 'cookie-too-large'
  | 'key-hidden'
  /** Script can read the cookie `name`. */
  | 'key-readable'
  /** `bits` of the identifier. */
  | 'key-guessable'
  | 'token-refused'
  | 'token-reused';

export type FindingValues = Readonly<Record<string, string | number>>;

/** The outcome of one hidden run, with what was seen. */
export interface Finding {
  /** Whether it is as it should be. */
  readonly holds: boolean;
  readonly code: FindingCode;
  readonly values: FindingValues;
}

export function good(code: FindingCode, values: FindingValues = {}): Finding {
  return { holds: true, code, values };
}

export function bad(code: FindingCode, values: FindingValues = {}): Finding {
  return { holds: false, code, values };
}
