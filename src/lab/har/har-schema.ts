import * as v from 'valibot';

/**
 * What is looked for in a HAR, whoever wrote it. Browsers differ in what they leave out: all but a request's
 * method and URL may be missing, or be of another type, and counts as absent then.
 */

/** So many header fields, or cookies, of one message are looked at. */
const LIST_LIMIT = 300;

const text = v.fallback(v.string(), '');
const duration = v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(864e5)), 0);

function list<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items) =>
        items.slice(0, LIST_LIMIT).flatMap((item) => {
          const read = v.safeParse(schema, item);
          return read.success ? [read.output] : [];
        }),
      ),
    ),
    [],
  );
}

const named = v.object({ name: v.string(), value: text });
const flag = v.fallback(v.boolean(), false);

const cookie = v.object({
  name: v.string(),
  value: text,
  path: v.optional(text, ''),
  domain: v.optional(text, ''),
  expires: v.optional(text, ''),
  httpOnly: v.optional(flag, false),
  secure: v.optional(flag, false),
  sameSite: v.optional(text, ''),
});

export type ListedCookie = v.InferOutput<typeof cookie>;

const request = v.object({
  method: v.string(),
  url: v.string(),
  httpVersion: v.optional(text, ''),
  cookies: v.optional(list(cookie), []),
  headers: v.optional(list(named), []),
  postData: v.optional(
    v.fallback(v.object({ text: v.optional(text, ''), params: v.optional(list(named), []) }), {
      text: '',
      params: [],
    }),
    { text: '', params: [] },
  ),
});

const content = v.object({
  size: v.optional(v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)), 0), 0),
  text: v.optional(text, ''),
  encoding: v.optional(text, ''),
  mimeType: v.optional(text, ''),
});
const noContent = { size: 0, text: '', encoding: '', mimeType: '' };

const response = v.object({
  status: v.fallback(v.number(), 0),
  httpVersion: v.optional(text, ''),
  cookies: v.optional(list(cookie), []),
  headers: v.optional(list(named), []),
  content: v.optional(v.fallback(content, noContent), noContent),
});

const phases = v.object({
  blocked: v.optional(duration, 0),
  dns: v.optional(duration, 0),
  connect: v.optional(duration, 0),
  send: v.optional(duration, 0),
  wait: v.optional(duration, 0),
});
const noPhases = { blocked: 0, dns: 0, connect: 0, send: 0, wait: 0 };

const initiator = v.object({ url: v.optional(text, '') });

export const entrySchema = v.object({
  pageref: v.optional(text, ''),
  startedDateTime: v.optional(text, ''),
  time: v.optional(duration, 0),
  request,
  response: v.optional(v.fallback(v.nullable(response), null), null),
  timings: v.optional(v.fallback(phases, noPhases), noPhases),
  _resourceType: v.optional(text, ''),
  _error: v.optional(text, ''),
  _fromCache: v.optional(v.unknown()),
  _initiator: v.optional(v.fallback(initiator, { url: '' }), { url: '' }),
});

export type EntryText = v.InferOutput<typeof entrySchema>;

const program = v.fallback(v.object({ name: text, version: v.optional(text, '') }), {
  name: '',
  version: '',
});

export const logSchema = v.object({
  log: v.object({
    creator: v.optional(program, { name: '', version: '' }),
    browser: v.optional(program, { name: '', version: '' }),
    pages: v.optional(list(v.object({ id: v.string(), title: v.optional(text, '') })), []),
    entries: v.array(v.unknown()),
  }),
});
