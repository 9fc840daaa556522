import type { Attack } from '../../attacks/attack.ts';
import { fixationByLink, fixationBySibling } from '../../attacks/fixation.ts';
import { confusedAlgorithm, unsignedJwt, weakSecret } from '../../attacks/forged-token.ts';
import { xssOrder } from '../../attacks/script.ts';
import { sniffing } from '../../attacks/theft.ts';
import type { Check, CheckId } from '../check.ts';
import { forgedOrNot, letInOrNot } from '../customer.ts';
import { bad, good } from '../finding.ts';

/** What Mallory tries anyway, against the shop as it is set: nothing may come of it. */
export const overheard = attempt('overheard', [sniffing]);
export const fixedByLink = attempt('fixed-by-link', [fixationByLink]);
export const fixedBySibling = attempt('fixed-by-sibling', [fixationBySibling]);
export const forgedToken = attempt('forged-token', [unsignedJwt, confusedAlgorithm, weakSecret]);

export const scriptInReview: Check = {
  id: 'script-in-review',
  needsScript: true,
  play: async (stage) => {
    await xssOrder.play(stage);
    return forgedOrNot(stage);
  },
};

/** Fewer random bits than an identifier should have (ASVS 7.2.3 asks for 128). */
const enoughBits = 64;

/** The key is out of reach: no script can read it from `document.cookie`, and nobody can guess it. */
export const keyOutOfReach: Check = {
  id: 'key-out-of-reach',
  play: async (stage) => {
    await stage.as('alice').signIn();
    const { knownSecrets, browser } = stage.lab;
    const keys = browser.jar.all().filter(({ value }) => knownSecrets.has(value));
    const readable = keys.find(({ httpOnly }) => !httpOnly);
    if (readable !== undefined) return bad('key-readable', { name: readable.name });
    const shortest = Math.min(...keys.map(({ value }) => value.length * bitsOfDigit));
    return shortest < enoughBits ? bad('key-guessable', { bits: shortest }) : good('key-hidden');
  },
};

/** Identifiers are written in hexadecimal. */
const bitsOfDigit = 4;

function attempt(id: CheckId, attacks: readonly Attack[]): Check {
  return {
    id,
    play: async (stage) => {
      for (const attack of attacks)
        if ((await attack.play(stage)) !== null) return letInOrNot(true);
      return letInOrNot(false);
    },
  };
}
