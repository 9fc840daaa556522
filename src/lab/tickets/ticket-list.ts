/** How hard it is to find the cause: 1 shows it at once, 3 hides it behind something that works. */
export type Grade = 1 | 2 | 3;

export interface ListedTicket {
  readonly slug: string;
  readonly grade: Grade;
}

/** All tickets, in the order in which they are listed; what they are made of is loaded with the first one opened. */
export const ticketList: readonly ListedTicket[] = [
  { slug: 'after-each-deployment', grade: 1 },
  { slug: 'in-and-out', grade: 1 },
  { slug: 'someone-elses-cart', grade: 1 },
  { slug: 'bread-for-one-won', grade: 1 },
  { slug: 'from-the-newsletter', grade: 1 },
  { slug: 'asked-again', grade: 1 },
  { slug: 'while-on-the-phone', grade: 1 },
  { slug: 'orders-nobody-made', grade: 2 },
  { slug: 'former-employee', grade: 2 },
  { slug: 'in-the-cafe', grade: 2 },
  { slug: 'store-down', grade: 2 },
  { slug: 'after-reading-reviews', grade: 2 },
  { slug: 'although-lax', grade: 2 },
  { slug: 'signed-by-nobody', grade: 2 },
  { slug: 'the-voucher', grade: 2 },
  { slug: 'cart-empty-on-the-phone', grade: 3 },
  { slug: 'next-at-the-library', grade: 3 },
  { slug: 'many-permissions', grade: 3 },
  { slug: 'at-noon', grade: 3 },
  { slug: 'twice-a-day', grade: 3 },
  { slug: 'everywhere-but-the-phone', grade: 3 },
];
