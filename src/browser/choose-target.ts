import { framesOf, type DocumentPlace } from './document-place.ts';
import type { NavigationRefusalCode } from './events.ts';
import { sandboxAllows } from './sandbox.ts';
import type { Tab } from './tab.ts';

/** Where a link or form of a document leads: the tab itself, one of its frames, or a new tab. */
export type NavigationTarget =
  | { readonly ok: true; readonly newTab: true }
  | { readonly ok: true; readonly newTab: false; readonly frames: readonly string[] }
  | { readonly ok: false; readonly code: NavigationRefusalCode };

/**
 * Chooses a navigable (HTML §7.3.1.7), and asks whether the document may lead it away (HTML §7.4.2.3, "allowed
 * by sandboxing to navigate"). A name that nothing in the tab has means a new tab.
 */
export function chooseTarget(
  tab: Tab,
  place: DocumentPlace,
  target: string,
  userActivated: boolean,
): NavigationTarget {
  const own = place.frames.map(({ id }) => id);
  const keyword = target.toLowerCase();
  if (target === '' || keyword === '_self') return { ok: true, newTab: false, frames: own };
  if (keyword === '_top') return mayLead(place, [], userActivated);
  if (keyword === '_parent') return mayLead(place, own.slice(0, -1), userActivated);
  const named = framesOf(tab).find(({ frame }) => frame.name === target);
  if (named !== undefined && keyword !== '_blank')
    return mayLead(
      place,
      named.frames.map(({ id }) => id),
      userActivated,
    );
  if (!sandboxAllows(place.page.sandbox, 'allow-popups')) return { ok: false, code: 'sandboxed' };
  return userActivated ? { ok: true, newTab: true } : { ok: false, code: 'needs-user-activation' };
}

function mayLead(
  place: DocumentPlace,
  frames: readonly string[],
  userActivated: boolean,
): NavigationTarget {
  const allowed: NavigationTarget = { ok: true, newTab: false, frames };
  const own = place.frames.map(({ id }) => id);
  const isWithin = own.every((id, index) => frames[index] === id);
  if (isWithin) return allowed;
  if (place.page.sandbox !== null) {
    const isAllowed =
      frames.length === 0 &&
      (sandboxAllows(place.page.sandbox, 'allow-top-navigation') ||
        (userActivated &&
          sandboxAllows(place.page.sandbox, 'allow-top-navigation-by-user-activation')));
    return isAllowed ? allowed : { ok: false, code: 'sandboxed' };
  }
  const isOwnOrigin = place.ancestors[0]?.origin === place.page.origin;
  return frames.length > 0 || userActivated || isOwnOrigin
    ? allowed
    : { ok: false, code: 'needs-user-activation' };
}
