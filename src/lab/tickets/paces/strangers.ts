import { shop, type Stage } from '../../attacks/stage.ts';
import type { Check } from '../check.ts';
import {
  forgedOrNot,
  isKnown,
  isGreeted,
  lastOrder,
  letInOrNot,
  putBread,
  sendOrder,
} from '../customer.ts';
import { bad, good } from '../finding.ts';

/**
 * Mallory sits beside Alice in the café: comes from the same address, has read the address of her page over her
 * shoulder, and can write `user=alice` into a cookie.
 */
export const neighbour: Check = {
  id: 'neighbour',
  play: async (stage) => {
    stage.as('mallory').join('cafe');
    stage.as('alice').join('cafe');
    await stage.signIn();
    await stage.followLink('/account');
    const address = stage.page?.url ?? `${shop}/account`;
    stage.as('mallory');
    if (await isKnown(stage)) return letInOrNot(true);
    await stage.visit(address);
    if (isGreeted(stage)) return letInOrNot(true);
    await stage.putCookies([['user', 'alice']]);
    return letInOrNot(await isKnown(stage));
  },
};

/** Alice, signed in and with a bread in her cart, comes across a page that orders for her, and presses its button. */
export const forgedOrder: Check = {
  id: 'forged-order',
  play: async (stage) => {
    await prizePage(stage);
    return forgedOrNot(stage);
  },
};

export async function prizePage(stage: Stage): Promise<void> {
  await stage.as('alice').signIn();
  await putBread(stage);
  await stage.visit('https://evil.example/picture');
  await stage.visit('https://evil.example/');
  await stage.sendForm('/orders');
}

/** Bob writes another price wherever his browser keeps one. */
export async function changePrice(stage: Stage): Promise<void> {
  await stage.as('mallory').signIn('bob');
  await putBread(stage);
  const { jar } = stage.lab.browser;
  for (const cookie of jar.all())
    if (cookie.value.includes(String(price)))
      stage.lab.putCookie({ ...cookie, value: cookie.value.replace(String(price), '1') });
  await stage.visit(`${shop}/cart`);
  await sendOrder(stage, 'bob');
}

const price = 3500;

export function priceKept(stage: Stage) {
  const order = lastOrder(stage, 'bob');
  return order === null || order.total >= price
    ? good('price-kept')
    : bad('price-changed', { order: order.orderId, total: order.total });
}
