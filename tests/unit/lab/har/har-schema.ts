import * as v from 'valibot';

/** HAR 1.2 to the letter (§4.2): every member that it asks for, of the type that it asks for, and no others but `_own` ones. */

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(-1));
const duration = v.pipe(
  v.number(),
  v.check((ms) => ms >= 0),
);
const mayNotApply = v.pipe(
  v.number(),
  v.check((ms) => ms >= 0 || ms === -1),
);
const time = v.pipe(v.string(), v.isoTimestamp());

function object<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.looseObject(entries),
    v.check(
      (value) => Object.keys(value).every((key) => key in entries || key.startsWith('_')),
      'a member that HAR 1.2 does not know',
    ),
  );
}

const named = object({ name: text, value: text });

const cookie = object({
  name: text,
  value: text,
  path: v.optional(text),
  domain: v.optional(text),
  expires: v.optional(time),
  httpOnly: v.optional(v.boolean()),
  secure: v.optional(v.boolean()),
  // Not in HAR 1.2, but written by every browser.
  sameSite: v.optional(v.picklist(['Strict', 'Lax', 'None'])),
});

const request = object({
  method: v.pipe(text, v.nonEmpty()),
  url: v.pipe(text, v.url()),
  httpVersion: text,
  cookies: v.array(cookie),
  headers: v.array(named),
  queryString: v.array(named),
  postData: v.optional(object({ mimeType: text, text })),
  headersSize: count,
  bodySize: count,
});

const response = object({
  status: v.pipe(count, v.minValue(0)),
  statusText: text,
  httpVersion: text,
  cookies: v.array(cookie),
  headers: v.array(named),
  content: object({ size: count, mimeType: text, text }),
  redirectURL: text,
  headersSize: count,
  bodySize: count,
});

const timings = object({
  blocked: mayNotApply,
  dns: mayNotApply,
  connect: mayNotApply,
  send: duration,
  wait: duration,
  receive: duration,
  ssl: mayNotApply,
});

const entry = v.pipe(
  object({
    pageref: v.optional(text),
    startedDateTime: time,
    time: duration,
    request,
    response,
    cache: object({}),
    timings,
    connection: v.optional(text),
  }),
  v.check(
    ({ time: total, timings: { blocked, dns, connect, send, wait, receive } }) =>
      total ===
      [blocked, dns, connect, send, wait, receive].reduce((sum, ms) => sum + Math.max(ms, 0), 0),
    'the time is that of all phases together',
  ),
);

export const harSchema = v.pipe(
  object({
    log: object({
      version: v.literal('1.2'),
      creator: object({ name: text, version: text }),
      pages: v.array(
        object({
          id: text,
          startedDateTime: time,
          title: text,
          pageTimings: object({ onContentLoad: mayNotApply, onLoad: mayNotApply }),
        }),
      ),
      entries: v.array(entry),
    }),
  }),
  v.check(
    ({ log: { pages, entries } }) =>
      new Set(pages.map(({ id }) => id)).size === pages.length &&
      entries.every(
        ({ pageref }) => pageref === undefined || pages.some(({ id }) => id === pageref),
      ),
    'each entry belongs to a page that is there',
  ),
);
