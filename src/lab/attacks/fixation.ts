import { isSessionCookie } from '../../server/shop/names/naming.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { Attack } from './attack.ts';
import { all, protectionWith, shopWith } from './change-settings.ts';
import { blog, evil, shop, type Stage } from './stage.ts';

const keepsIdentifier = shopWith({ regenerateAtSignIn: false });

/** A session of Mallory's own, of nobody in particular, as everybody gets one who puts a bread into the cart. */
async function ownSession(stage: Stage): Promise<Cookie | null> {
  await stage.as('mallory').visit(`${shop}/products/salt-bread`);
  await stage.sendForm('/cart');
  return stage.lab.browser.jar.all().find(({ name }) => isSessionCookie(name)) ?? null;
}

/** A link with an identifier that Mallory knows: Alice signs in, and it is hers from then on. */
export const fixationByLink: Attack = {
  id: 'fixation-by-link',
  hole: all(keepsIdentifier, protectionWith({ takeSessionIdFromAddress: true })),
  needsScript: false,
  play: async (stage) => {
    const own = await ownSession(stage);
    if (own === null) return null;
    await stage.as('alice').visit(`${evil}/link?sid=${own.value}`);
    stage.decisive();
    await stage.followLink('/login');
    await stage.sendForm('/login');
    return stage.as('mallory').openAccount();
  },
};

/** A name below the bakery's sets the cookie for the whole domain: the shop cannot tell whose it is. */
export const fixationBySibling: Attack = {
  id: 'fixation-by-sibling',
  hole: keepsIdentifier,
  needsScript: false,
  play: async (stage) => {
    const own = await ownSession(stage);
    if (own === null) return null;
    stage.as('alice').decisive();
    await stage.visit(`${blog}/?cookie=${own.name}&value=${own.value}`);
    await stage.signIn();
    return stage.as('mallory').openAccount();
  },
};
