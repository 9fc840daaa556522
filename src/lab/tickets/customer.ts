import { textOfElement } from '../../browser/page/element-by-id.ts';
import { labPasswordOf } from '../../server/shop/lab-passwords.ts';
import { shop, type Stage } from '../attacks/stage.ts';
import { formTo } from '../on-page.ts';
import { bad, good, type Finding } from './finding.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Whether the account opens, as it does for a customer whom the shop knows. */
export async function isKnown(stage: Stage): Promise<boolean> {
  return (await stage.openAccount()) !== null;
}

/** Whether the page that is shown greets a customer: it offers to sign out. */
export function isGreeted({ page }: Stage): boolean {
  return formTo(page, '/logout') !== null;
}

export function knownOrNot(known: boolean): Finding {
  return known ? good('known') : bad('unknown');
}

/** For somebody who should not be taken for the customer. */
export function letInOrNot(letIn: boolean): Finding {
  return letIn ? bad('let-in') : good('kept-out');
}

/** Looks at the account so many times, so long apart. */
export async function looks(stage: Stage, count: number, apart = 0): Promise<Finding> {
  let times = 0;
  for (let look = 0; look < count; look += 1) {
    stage.lab.advance(apart);
    if (await isKnown(stage)) times += 1;
  }
  const values = { times, looks: count };
  return times === count ? good('known-each-time', values) : bad('known-sometimes', values);
}

export async function putBread(stage: Stage): Promise<void> {
  await stage.visit(`${shop}/products/salt-bread`);
  await stage.sendForm('/cart');
}

/** Whether the cart page shows the bread. */
export async function hasBread(stage: Stage): Promise<boolean> {
  await stage.visit(`${shop}/cart`);
  return textOfElement(stage.page?.body ?? [], 'cart-salt-bread') !== null;
}

/** Sends the order form of the cart that is shown, with the password where it is asked for. */
export async function sendOrder(stage: Stage, userId: 'alice' | 'bob'): Promise<void> {
  const asks = formTo(stage.page, '/orders')?.entries.some(([name]) => name === 'password');
  await stage.sendForm('/orders', asks === true ? { password: labPasswordOf(userId) } : {});
}

/** The last order that was placed in the lab in that name. */
export function lastOrder({ lab }: Stage, userId: 'alice' | 'bob') {
  const found = lab.log.findLast(
    ({ event }) => event.type === 'order-placed' && event.userId === userId,
  );
  return found?.event.type === 'order-placed' ? found.event : null;
}

export function orderedOrNot(stage: Stage): Finding {
  const order = lastOrder(stage, 'alice');
  return order === null ? bad('order-missing') : good('order-placed', { order: order.orderId });
}

/** For orders that nobody has placed. */
export function forgedOrNot(stage: Stage): Finding {
  const order = lastOrder(stage, 'alice');
  return order === null ? good('nobody-ordered') : bad('order-forged', { order: order.orderId });
}
