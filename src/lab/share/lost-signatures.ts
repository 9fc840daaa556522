import { completeSettings } from '../../server/shop/settings.ts';
import type { ShopSettings } from '../../server/shop/settings.ts';
import type { LabSnapshot } from '../snapshot.ts';
import { kidOf, tokensIn } from './foreign-tokens.ts';

/**
 * Whether something in a shared lab was signed with a key that did not come with it: the shop makes a new one, and
 * will not know it again.
 */
export function hasLostSignatures({ remembered, log }: LabSnapshot): boolean {
  const kept = new Set((remembered['shop/signing-keys'] ?? []).map(([kid]) => kid));
  const isLost = (token: string) => {
    const kid = kidOf(token);
    return kid !== null && !kept.has(kid);
  };
  if (tokensIn(JSON.stringify(log)).some(isLost)) return true;
  // Under this name there are the shop's settings and nothing else.
  const settings = remembered['shop/settings']?.[0]?.[1] as ShopSettings | undefined;
  const { remember, signPlainCookie } = completeSettings(settings);
  return remember === 'plain-cookie' && signPlainCookie;
}
