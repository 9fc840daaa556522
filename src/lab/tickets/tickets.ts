import { afterEachDeployment } from './cases/after-each-deployment.ts';
import { afterReadingReviews } from './cases/after-reading-reviews.ts';
import { althoughLax } from './cases/although-lax.ts';
import { askedAgain } from './cases/asked-again.ts';
import { atNoon } from './cases/at-noon.ts';
import { breadForOneWon } from './cases/bread-for-one-won.ts';
import { cartEmptyOnThePhone } from './cases/cart-empty-on-the-phone.ts';
import { everywhereButThePhone } from './cases/everywhere-but-the-phone.ts';
import { formerEmployee } from './cases/former-employee.ts';
import { fromTheNewsletter } from './cases/from-the-newsletter.ts';
import { inAndOut } from './cases/in-and-out.ts';
import { inTheCafe } from './cases/in-the-cafe.ts';
import { manyPermissions } from './cases/many-permissions.ts';
import { nextAtTheLibrary } from './cases/next-at-the-library.ts';
import { ordersNobodyMade } from './cases/orders-nobody-made.ts';
import { signedByNobody } from './cases/signed-by-nobody.ts';
import { someoneElsesCart } from './cases/someone-elses-cart.ts';
import { storeDown } from './cases/store-down.ts';
import { theVoucher } from './cases/the-voucher.ts';
import { twiceADay } from './cases/twice-a-day.ts';
import { whileOnThePhone } from './cases/while-on-the-phone.ts';
import type { Ticket } from './ticket.ts';

/** All tickets, as the list has them. */
export const tickets: readonly Ticket[] = [
  afterEachDeployment,
  inAndOut,
  someoneElsesCart,
  breadForOneWon,
  fromTheNewsletter,
  askedAgain,
  whileOnThePhone,
  ordersNobodyMade,
  formerEmployee,
  inTheCafe,
  storeDown,
  afterReadingReviews,
  althoughLax,
  signedByNobody,
  theVoucher,
  cartEmptyOnThePhone,
  nextAtTheLibrary,
  manyPermissions,
  atNoon,
  twiceADay,
  everywhereButThePhone,
];

export function findTicket(slug: string | null): Ticket | undefined {
  return tickets.find((ticket) => ticket.slug === slug);
}
