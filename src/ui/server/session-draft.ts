import type { SessionEdit } from '../../server/internet.ts';
import type { SessionRecord } from '../../server/sessions/session-record.ts';

/** A row as it is edited: what stands in the fields. */
export interface SessionDraft {
  /** Empty: nobody. */
  userId: string;
  cart: string;
  /** Minutes from now. */
  idleMinutes: number;
  absoluteMinutes: number;
}

export type SessionDraftProblem = 'cart-not-json' | 'cart-not-pieces' | 'minutes-not-a-number';

export type SessionDraftResult =
  | { readonly ok: true; readonly edit: SessionEdit }
  | { readonly ok: false; readonly code: SessionDraftProblem };

const minute = 60_000;

export function draftOfSession(record: SessionRecord, now: number): SessionDraft {
  return {
    userId: record.userId ?? '',
    cart: JSON.stringify(record.data.cart),
    idleMinutes: minutesUntil(record.idleExpiresAt, now),
    absoluteMinutes: minutesUntil(record.absoluteExpiresAt, now),
  };
}

/** Only what differs from the draft as it was begun: a time that was not touched is not rounded. */
export function editOfSession(
  draft: SessionDraft,
  begun: SessionDraft,
  now: number,
): SessionDraftResult {
  if (!Number.isFinite(draft.idleMinutes) || !Number.isFinite(draft.absoluteMinutes))
    return { ok: false, code: 'minutes-not-a-number' };
  const cart = cartIn(draft.cart);
  if (typeof cart === 'string') return { ok: false, code: cart };
  return {
    ok: true,
    edit: {
      ...(draft.userId !== begun.userId && { userId: draft.userId === '' ? null : draft.userId }),
      ...(draft.cart !== begun.cart && { data: { cart } }),
      ...(draft.idleMinutes !== begun.idleMinutes && {
        idleExpiresAt: now + draft.idleMinutes * minute,
      }),
      ...(draft.absoluteMinutes !== begun.absoluteMinutes && {
        absoluteExpiresAt: now + draft.absoluteMinutes * minute,
      }),
    },
  };
}

function cartIn(text: string): Readonly<Record<string, number>> | SessionDraftProblem {
  let value: unknown;
  try {
    value = JSON.parse(text.trim() === '' ? '{}' : text);
  } catch {
    return 'cart-not-json';
  }
  return isCart(value) ? value : 'cart-not-pieces';
}

function isCart(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((pieces) => Number.isInteger(pieces) && pieces >= 0)
  );
}

function minutesUntil(time: number, now: number): number {
  return Math.round((time - now) / minute);
}
