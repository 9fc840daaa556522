import type { Attack } from './attack.ts';
import { all, cookieWith, protectionWith } from './change-settings.ts';
import { blog, evil, type Stage } from './stage.ts';

/** Cookies go along whoever asks. */
const everywhere = cookieWith({ sameSite: 'none', secure: true });

/** Alice, signed in and with a bread in her cart, opens a page that she was sent a link to. */
async function open(stage: Stage, trap: string): Promise<void> {
  await stage.as('alice').signInWithBread();
  stage.decisive();
  await stage.visit(trap);
}

/** A form that sends itself leads Alice's browser to the bakery, with her cookie. */
export const csrfForm: Attack = {
  id: 'csrf-form',
  hole: everywhere,
  needsScript: true,
  play: async (stage) => {
    await open(stage, `${evil}/form`);
    await stage.leaves(evil);
    return stage.orderOf('alice');
  },
};

/** A picture whose address orders: where a GET changes something, that is enough. */
export const csrfPicture: Attack = {
  id: 'csrf-picture',
  hole: all(everywhere, protectionWith({ changeByGet: true })),
  needsScript: false,
  play: async (stage) => {
    await open(stage, `${evil}/picture`);
    return stage.orderOf('alice');
  },
};

/** Script may not read the answer of another site; what it asks for is done all the same. */
export const csrfFetch: Attack = {
  id: 'csrf-fetch',
  hole: everywhere,
  needsScript: true,
  play: async (stage) => {
    await open(stage, `${evil}/fetch`);
    await stage.scriptEnds();
    return stage.orderOf('alice');
  },
};

/**
 * The form stands on a name below the bakery's: for SameSite that is the same site. It brings a token of its own
 * making, and a cookie for the whole domain that agrees with it.
 */
export const csrfSibling: Attack = {
  id: 'csrf-sibling',
  hole: (settings) => settings,
  needsScript: true,
  play: async (stage) => {
    await open(stage, `${blog}/form?token=mallory&cookie=csrf&value=mallory&path=/orders`);
    await stage.leaves(blog);
    return stage.orderOf('alice');
  },
};
