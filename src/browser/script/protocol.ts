import * as v from 'valibot';
import type { CookieAccess } from '../../cookies/access.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { ThirdPartyCookies } from '../../cookies/partitioned.ts';
import type { PageNode } from '../tab.ts';
import { realmNode } from './realm-nodes.ts';

/** The jar as script of one document may know it. HttpOnly cookies come without their values. */
export interface RealmCookies {
  readonly cookies: readonly Cookie[];
  /** As the jar is asked by script of this document. */
  readonly access: CookieAccess;
  readonly thirdPartyCookies: ThirdPartyCookies;
  /** Those among the document's host and the domains above it. */
  readonly publicSuffixes: readonly string[];
}

type StorageEntries = readonly (readonly [key: string, value: string])[];

/** What script of a document is started with. `null` where its origin, being opaque, has nothing of the kind. */
export interface RealmStart {
  readonly cookies: RealmCookies | null;
  readonly storage: { readonly local: StorageEntries; readonly session: StorageEntries } | null;
  readonly url: string;
  readonly title: string;
  readonly body: readonly PageNode[];
  readonly bodyHandlers: Readonly<Record<string, string>>;
  /** Whether the page's policy lets handlers run that stand in its elements. */
  readonly allowsHandlers: boolean;
  /** By the simulated clock, in milliseconds since the epoch. */
  readonly now: number;
  readonly isSecureContext: boolean;
  readonly userAgent: string;
  readonly languages: readonly string[];
}

/** A line of the console, made ready to run as a script. */
export interface ConsoleScript {
  readonly text: string;
  /** The global whose member `value` it leaves its value in. */
  readonly place: string;
  /** What is to be waited for is in the member `promise`. */
  readonly isAsync: boolean;
}

/** What the user has done to an element of the page. */
export interface UserEvent {
  readonly type: 'click' | 'submit' | 'input' | 'change';
  /** Places among elements, from the body down. */
  readonly path: readonly number[];
  /** The button that sends the form. */
  readonly submitter: readonly number[] | null;
  readonly key?: string;
}

/** What stands in a field of the page. */
export interface FilledField {
  readonly path: readonly number[];
  readonly value: string;
  readonly checked: boolean;
}

export type ToRealm =
  | { readonly type: 'ping'; readonly id: number }
  | ({ readonly type: 'evaluate'; readonly id: number } & ConsoleScript)
  /** A script of the page. */
  | { readonly type: 'run'; readonly id: number; readonly text: string }
  | {
      readonly type: 'dispatch';
      readonly id: number;
      readonly event: UserEvent;
      readonly fields: readonly FilledField[];
    }
  /** All that the page embeds has arrived or failed; these pictures have arrived. */
  | { readonly type: 'loaded'; readonly id: number; readonly pictures: readonly string[] }
  | { readonly type: 'cookies'; readonly cookies: RealmCookies; readonly written: number }
  /** What is stored was changed by somebody else. */
  | {
      readonly type: 'stored';
      readonly storage: 'local' | 'session';
      readonly entries: StorageEntries;
    }
  | { readonly type: 'answer'; readonly id: number; readonly answer: RealmAnswer };

/** Outcome of what script asked for and waits for. */
export type RealmAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly exception: string; readonly message: string };

const textLimit = 20_000;
const contentLimit = 100_000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(textLimit));
const content = v.pipe(v.string(), v.maxLength(contentLimit));
const storage = v.picklist(['local', 'session']);
const pairs = v.pipe(v.array(v.strictTuple([text, content])), v.maxLength(200));
const method = v.picklist(['get', 'post']);

const fetchInit = v.strictObject({
  method: text,
  fields: pairs,
  content: v.nullable(content),
  mode: v.picklist(['cors', 'no-cors', 'same-origin']),
  credentials: v.picklist(['omit', 'same-origin', 'include']),
  redirect: v.picklist(['follow', 'error', 'manual']),
});

const cookieQuery = v.strictObject({ name: v.exactOptional(text), url: v.exactOptional(text) });
const cookieSetting = v.strictObject({
  name: text,
  value: text,
  domain: v.exactOptional(v.nullable(text)),
  path: v.exactOptional(text),
  expires: v.exactOptional(v.nullable(v.number())),
  maxAge: v.exactOptional(v.nullable(v.number())),
  sameSite: v.exactOptional(v.picklist(['strict', 'lax', 'none'])),
  partitioned: v.exactOptional(v.boolean()),
});
const cookieDeletion = v.strictObject({
  name: text,
  domain: v.exactOptional(v.nullable(text)),
  path: v.exactOptional(text),
  partitioned: v.exactOptional(v.boolean()),
});

/** What script asks for and waits for. */
const question = v.variant('api', [
  v.strictObject({ api: v.literal('fetch'), url: text, init: fetchInit }),
  v.strictObject({ api: v.literal('image'), url: text }),
  v.strictObject({ api: v.literal('cookieStore.get'), query: cookieQuery }),
  v.strictObject({ api: v.literal('cookieStore.getAll'), query: cookieQuery }),
  v.strictObject({ api: v.literal('cookieStore.set'), setting: cookieSetting }),
  v.strictObject({ api: v.literal('cookieStore.delete'), deletion: cookieDeletion }),
]);

export type RealmQuestion = v.InferOutput<typeof question>;

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
  v.strictObject({ type: v.literal('failed'), text }),
  v.strictObject({ type: v.literal('evaluated'), id: count, ok: v.boolean(), text }),
  v.strictObject({ type: v.literal('cookies-read') }),
  v.strictObject({ type: v.literal('cookie-written'), number: count, text }),
  v.strictObject({ type: v.literal('storage-set'), storage, key: content, value: content }),
  v.strictObject({ type: v.literal('storage-removed'), storage, key: content }),
  v.strictObject({ type: v.literal('storage-cleared'), storage }),
  v.strictObject({ type: v.literal('dispatched'), id: count, prevented: v.boolean() }),
  v.strictObject({ type: v.literal('handler-blocked'), text }),
  v.strictObject({
    type: v.literal('body-written'),
    body: v.pipe(v.array(realmNode), v.maxLength(5_000)),
  }),
  v.strictObject({ type: v.literal('title-written'), title: text }),
  v.strictObject({ type: v.literal('navigate'), url: text, replace: v.boolean() }),
  v.strictObject({ type: v.literal('reload') }),
  v.strictObject({ type: v.literal('travel'), distance: v.pipe(v.number(), v.integer()) }),
  v.strictObject({
    type: v.literal('submit'),
    form: v.strictObject({ action: text, method, entries: pairs, target: v.exactOptional(text) }),
  }),
  v.strictObject({ type: v.literal('asked'), id: count, question }),
]);

export type FromRealm = v.InferOutput<typeof fromRealm>;

/** The message, if it is one; `null`: not a word of ours. */
export function readFromRealm(data: unknown): FromRealm | null {
  try {
    const result = v.safeParse(fromRealm, data);
    return result.success ? result.output : null;
  } catch {
    // Nested too deeply to be looked at.
    return null;
  }
}
