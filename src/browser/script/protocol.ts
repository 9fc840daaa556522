import * as v from 'valibot';
import type { CookieAccess } from '../../cookies/access.ts';
import type { Cookie } from '../../cookies/cookie.ts';

/** What script of a document is started with. HttpOnly cookies come without their values. */
export interface RealmStart {
  readonly cookies: readonly Cookie[];
  /** As the jar is asked by script of this document. */
  readonly access: CookieAccess;
}

export type ToRealm =
  | { readonly type: 'ping'; readonly id: number }
  | { readonly type: 'evaluate'; readonly id: number; readonly text: string }
  | { readonly type: 'cookies'; readonly cookies: readonly Cookie[]; readonly written: number };

const textLimit = 20_000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(textLimit));

/**
 * What script may tell. It is hostile until it has been read by this: whatever runs in the realm can say
 * anything, but only through the port of its own document.
 */
const fromRealm = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('pong'), id: count }),
  v.strictObject({
    type: v.literal('logged'),
    level: v.picklist(['log', 'info', 'warn', 'error', 'debug']),
    text,
  }),
  v.strictObject({ type: v.literal('evaluated'), id: count, ok: v.boolean(), text }),
  v.strictObject({ type: v.literal('cookies-read'), text }),
  v.strictObject({ type: v.literal('cookie-written'), number: count, text }),
]);

export type FromRealm = v.InferOutput<typeof fromRealm>;

/** The message, if it is one; `null`: not a word of ours. */
export function readFromRealm(data: unknown): FromRealm | null {
  const result = v.safeParse(fromRealm, data);
  return result.success ? result.output : null;
}
