import type { LabSight } from '../../lab/lab-sight.ts';

export const shop = 'https://shop.example/';

/** How far a visitor has come in the first minute. Read off the lab, whatever way they took. */
export type Moment = 'arrived' | 'forgotten' | 'ready-to-sign-in' | 'remembered' | 'closed';

export function momentOf(lab: LabSight | null): Moment {
  if (lab === null) return 'arrived';
  if (!lab.browser.open) return 'closed';
  if (lab.settings.remember === 'nothing') {
    const tried = lab.exchanges.some(
      (one) => one.request.method === 'POST' && one.response !== null,
    );
    return tried ? 'forgotten' : 'arrived';
  }
  const signedIn = lab.sessions.some((session) => session.userId !== null);
  return signedIn ? 'remembered' : 'ready-to-sign-in';
}
