import * as v from 'valibot';
import { count, rule, time, values } from './values.ts';

export const cookie = v.looseObject({
  name: v.string(),
  value: v.string(),
  domain: v.string(),
  path: v.string(),
  expiryTime: v.nullable(time),
  creationTime: time,
  creationNumber: count,
  lastAccessTime: time,
  persistent: v.boolean(),
  hostOnly: v.boolean(),
  secureOnly: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.picklist(['strict', 'lax', 'none', 'unspecified']),
  partitionKey: v.nullable(v.string()),
});

const note = v.looseObject({ code: v.string(), rule, values });
const decided = { code: v.string(), rule, values };

const sendDecision = v.looseObject({ ok: v.boolean(), ...decided, cookie });

export const retrieval = v.looseObject({
  sent: v.array(sendDecision),
  withheld: v.array(sendDecision),
  fieldValue: v.nullable(v.string()),
});

export const setCookieDecision = v.variant('ok', [
  v.looseObject({
    ok: v.literal(true),
    ...decided,
    fieldValue: v.string(),
    cookie,
    previous: v.nullable(cookie),
    notes: v.array(note),
  }),
  v.looseObject({
    ok: v.literal(false),
    ...decided,
    fieldValue: v.string(),
    name: v.string(),
    notes: v.array(note),
  }),
]);
