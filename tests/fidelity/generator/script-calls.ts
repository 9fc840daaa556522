import fc from 'fast-check';
import type { CookieStoreSetting } from '../../../src/browser/cookie-store-item.ts';
import type { Redirect, ScriptCall, Target } from '../scenario.ts';
import { setCookie } from './set-cookies.ts';
import { target } from './targets.ts';
import {
  CORS_FIELDS,
  DOMAINS,
  METHODS,
  NAMES,
  PATHS,
  REQUEST_FIELDS,
  VALUES,
} from './vocabulary.ts';

/** As in a field, and what only script can write: the octets that end a line. */
const text = fc.oneof(
  { weight: 12, arbitrary: setCookie },
  {
    weight: 1,
    arbitrary: fc
      .tuple(setCookie, fc.constantFrom('\n', '\r', '\0', '\r\n', '\u2028'), fc.nat(40))
      .map(([before, odd, place]) => before.slice(0, place) + odd + before.slice(place)),
  },
);

const written: fc.Arbitrary<ScriptCall> = fc.record({
  api: fc.constant('document.cookie'),
  text,
});

/** Mostly what lets script with credentials go on and read; else what may not suffice. */
const cors = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant<NonNullable<Target['cors']>>([
      ['Access-Control-Allow-Origin', '{origin}'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT, DELETE, PATCH'],
      ['Access-Control-Allow-Headers', 'X-One, Content-Type'],
    ]),
  },
  { weight: 2, arbitrary: fc.subarray([...CORS_FIELDS], { minLength: 0, maxLength: 6 }) },
);

const asked: fc.Arbitrary<Target> = fc
  .tuple(target, fc.array(cors, { minLength: 4, maxLength: 4 }))
  .map(([to, policies]) => ({
    ...to,
    cors: policies[3] ?? [],
    redirects: to.redirects.map((redirect, hop): Redirect => ({
      ...redirect,
      cors: policies[hop] ?? [],
    })),
  }));

const fetched: fc.Arbitrary<ScriptCall> = fc.record({
  api: fc.constant('fetch' as const),
  target: asked,
  method: fc.constantFrom(...METHODS),
  mode: fc.constantFrom('cors', 'cors', 'no-cors', 'same-origin'),
  credentials: fc.constantFrom('include', 'same-origin', 'omit'),
  redirect: fc.constantFrom('follow', 'follow', 'follow', 'error', 'manual'),
  fields: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...REQUEST_FIELDS], { minLength: 1 }) },
  ),
  content: fc.constantFrom(null, null, 'content'),
});

const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

const setting: fc.Arbitrary<CookieStoreSetting> = fc.record(
  {
    name,
    value: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...VALUES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 4085, max: 4100 }).map((n) => 'v'.repeat(n)) },
    ),
    domain: fc.option(fc.constantFrom(...DOMAINS), { freq: 2 }),
    path: fc.constantFrom(...PATHS),
    expires: fc.constantFrom(null, null, 1_893_456_000_000, 0, -1, 8.64e15, 1_000),
    sameSite: fc.constantFrom('strict', 'lax', 'none'),
    partitioned: fc.boolean(),
  },
  { requiredKeys: ['name', 'value'] },
);

const stored: fc.Arbitrary<ScriptCall> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ api: fc.constant('cookieStore.set'), setting }) },
  { weight: 1, arbitrary: fc.record({ api: fc.constant('cookieStore.get'), name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      api: fc.constant('cookieStore.getAll'),
      name: fc.option(name, { freq: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      api: fc.constant('cookieStore.delete'),
      deletion: fc.record(
        {
          name,
          domain: fc.option(fc.constantFrom(...DOMAINS), { freq: 1 }),
          path: fc.constantFrom(...PATHS),
          partitioned: fc.boolean(),
        },
        { requiredKeys: ['name'] },
      ),
    }),
  },
);

/** What script of a document calls. */
export const scriptCall: fc.Arbitrary<ScriptCall> = fc.oneof(
  { weight: 4, arbitrary: written },
  { weight: 4, arbitrary: fetched },
  { weight: 3, arbitrary: stored },
);
