import { shop } from '../../attacks/stage.ts';
import { copyKey, putKey } from '../../kept-key.ts';
import type { Check } from '../check.ts';
import {
  day,
  hour,
  isGreeted,
  isKnown,
  knownOrNot,
  letInOrNot,
  looks,
  minute,
  orderedOrNot,
  putBread,
  sendOrder,
} from '../customer.ts';

/** A bread goes into the cart, its buyer signs in, and the order stands in her name. */
export const ordering: Check = {
  id: 'ordering',
  play: async (stage) => {
    await putBread(stage.as('alice'));
    const isLed = stage.page?.url.startsWith(`${shop}/login`) === true;
    if (!isLed) await stage.followLink('/login');
    await stage.sendForm('/login');
    await stage.followLink('/cart');
    await sendOrder(stage, 'alice');
    return orderedOrNot(stage);
  },
};

/** Who looks at a page every ten minutes stays signed in for the better part of an hour. */
export const activeCustomer: Check = {
  id: 'active-customer',
  play: async (stage) => {
    await stage.as('alice').signIn();
    return looks(stage, 5, 10 * minute);
  },
};

/** A copy of the key is good for nothing an hour after its owner has signed out. */
export const signOut: Check = {
  id: 'sign-out',
  play: async (stage) => {
    await stage.as('alice').signIn();
    await stage.followLink('/account');
    const key = copyKey(stage.lab);
    await stage.sendForm('/logout');
    if (await isKnown(stage)) return letInOrNot(true);
    stage.lab.advance(hour);
    putKey(stage.as('mallory').lab, key);
    return letInOrNot(await isKnown(stage));
  },
};

/** No sign-in lasts for ever. */
export const leftAlone: Check = {
  id: 'left-alone',
  play: async (stage) => {
    await stage.as('alice').signIn();
    stage.lab.advance(31 * day);
    return letInOrNot(await isKnown(stage));
  },
};

/** The reader of a newsletter arrives as who she is. */
export const linkFromElsewhere: Check = {
  id: 'link-from-elsewhere',
  play: async (stage) => {
    await stage.as('alice').signIn();
    await stage.visit('https://news.example/');
    await stage.followLink('/');
    return knownOrNot(isGreeted(stage));
  },
};
