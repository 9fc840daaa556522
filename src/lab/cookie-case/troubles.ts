import type { CaseAnswer, CookieStory, Fate } from './answer.ts';

/** Why a case is not as one would wish. */
export type Trouble =
  /** A request of the case was not made at all. */
  | { readonly kind: 'not-made'; readonly which: 'setting' | 'request' }
  /** A cookie that ought to be sent is not. */
  | { readonly kind: 'not-sent'; readonly index: number }
  /** A cookie that ought to be gone is still sent: `other` is the field that set it. */
  | { readonly kind: 'not-deleted'; readonly index: number; readonly other: number }
  /** A deleting field was rejected, or never came. */
  | { readonly kind: 'not-carried-out'; readonly index: number }
  /** A cookie ends at another moment than was meant: the zone in its Expires does not count. */
  | { readonly kind: 'zone'; readonly index: number }
  /** Two cookies of one name are sent: `other` is the field that set the first. */
  | { readonly kind: 'twice'; readonly index: number; readonly other: number };

const fine: ReadonlySet<Fate> = new Set(['sent', 'overwritten', 'deleted']);

/**
 * What keeps the case from being as one would wish: every cookie is sent, but those that are deleted last, and no two
 * of one name. The first of them is the first thing to be changed.
 */
export function troublesOf({ setting, request, cookies }: CaseAnswer): readonly Trouble[] {
  if (!setting.made) return [{ kind: 'not-made', which: 'setting' }];
  const perCookie = cookies.flatMap((story, index) => troubleOf(story, index, cookies));
  const notMade = request.made ? [] : [{ kind: 'not-made', which: 'request' } as const];
  return [
    ...notMade,
    ...perCookie.filter(({ kind }) => request.made || kind === 'not-carried-out'),
  ];
}

function troubleOf(
  story: CookieStory,
  index: number,
  cookies: readonly CookieStory[],
): readonly Trouble[] {
  if (isLastlyDeleted(story.name, cookies)) return troubleOfDeleting(story, index, cookies);
  if (story.zone !== null && !story.meantToDelete) return [{ kind: 'zone', index }];
  if (!fine.has(story.fate) && !story.meantToDelete) return [{ kind: 'not-sent', index }];
  const other = cookies.findIndex(
    ({ name, fate }, place) => place < index && name === story.name && fate === 'sent',
  );
  return story.fate === 'sent' && other >= 0 ? [{ kind: 'twice', index, other }] : [];
}

function troubleOfDeleting(
  story: CookieStory,
  index: number,
  cookies: readonly CookieStory[],
): readonly Trouble[] {
  if (!story.meantToDelete) return [];
  if (story.fate === 'rejected' || story.fate === 'never-set')
    return [{ kind: 'not-carried-out', index }];
  const other = cookies.findIndex(({ name, fate }) => name === story.name && fate === 'sent');
  return other >= 0 ? [{ kind: 'not-deleted', index, other }] : [];
}

/** Whether the last that is said of a name is that its cookie be gone. */
function isLastlyDeleted(name: string, cookies: readonly CookieStory[]): boolean {
  return cookies.findLast((story) => story.name === name)?.meantToDelete === true;
}
