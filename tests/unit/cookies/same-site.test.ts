import { expect, test } from 'vitest';
import type { SameSite } from '../../../src/cookies/cookie.ts';
import type { SameSiteContext } from '../../../src/cookies/access.ts';
import {
  LAX_ALLOWING_UNSAFE_AGE,
  refuseCrossSite,
  refuseNoneWithoutSecure,
  sameSiteAllows,
} from '../../../src/cookies/same-site.ts';
import { cookie, NOW } from './access.ts';

const contexts: readonly SameSiteContext[] = ['strict', 'lax', 'lax-method-unsafe', 'cross-site'];

test.each<[sameSite: SameSite, age: number, goes: readonly boolean[]]>([
  ['strict', 0, [true, false, false, false]],
  ['lax', 0, [true, true, false, false]],
  ['none', 0, [true, true, true, true]],
  ['unspecified', 0, [true, true, true, false]],
  ['unspecified', LAX_ALLOWING_UNSAFE_AGE, [true, true, true, false]],
  ['unspecified', LAX_ALLOWING_UNSAFE_AGE + 1, [true, true, false, false]],
  ['lax', LAX_ALLOWING_UNSAFE_AGE + 1, [true, true, false, false]],
])('%s, %i ms old, in each context', (sameSite, age, goes) => {
  const one = cookie({ sameSite, creationTime: NOW - age });
  expect(contexts.map((context) => sameSiteAllows(one, context, NOW))).toEqual(goes);
});

test.each<[sameSite: SameSite, secureOnly: boolean, code: string | null]>([
  ['none', false, 'same-site-none-without-secure'],
  ['none', true, null],
  ['lax', false, null],
  ['unspecified', false, null],
])('%s, Secure %s: %s', (sameSite, secureOnly, code) => {
  expect(refuseNoneWithoutSecure(cookie({ sameSite, secureOnly }))?.code ?? null).toBe(code);
});

test.each<[sameSite: SameSite, refused: readonly boolean[]]>([
  ['strict', [false, false, false, true]],
  ['lax', [false, false, false, true]],
  ['unspecified', [false, false, false, true]],
  ['none', [false, false, false, false]],
])('%s may be set in each context but across sites', (sameSite, refused) => {
  const seen = contexts.map((context) => refuseCrossSite(cookie({ sameSite }), context) !== null);
  expect(seen).toEqual(refused);
});
