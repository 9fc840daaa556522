import { expect, test } from 'vitest';
import type { ClaimsSet } from '../../../src/jwt/claims-set.ts';
import { validateClaims, type ValidateOptions } from '../../../src/jwt/validate.ts';

const now = 1000;

test.each<[string, ClaimsSet, Partial<ValidateOptions>, string, string, string]>([
  ['before its end', { exp: 1001 }, {}, 'exp', 'passed', 'not-expired'],
  ['at its end', { exp: 1000 }, {}, 'exp', 'failed', 'expired'],
  [
    'after its end, within the leeway',
    { exp: 971 },
    { leewaySeconds: 30 },
    'exp',
    'passed',
    'not-expired',
  ],
  ['after the leeway', { exp: 970 }, { leewaySeconds: 30 }, 'exp', 'failed', 'expired'],
  ['with an end in words', { exp: '1001' }, {}, 'exp', 'failed', 'wrong-type'],
  ['without an end', {}, {}, 'exp', 'absent', 'absent'],
  [
    'without the end it must have',
    {},
    { required: ['exp'] },
    'exp',
    'failed',
    'required-but-absent',
  ],
  ['at its beginning', { nbf: 1000 }, {}, 'nbf', 'passed', 'already-valid'],
  ['before its beginning', { nbf: 1001 }, {}, 'nbf', 'failed', 'not-yet-valid'],
  [
    'before its beginning, within the leeway',
    { nbf: 1001 },
    { leewaySeconds: 1 },
    'nbf',
    'passed',
    'already-valid',
  ],
  ['from the future', { iat: 1001 }, {}, 'iat', 'failed', 'issued-in-the-future'],
  ['from the past', { iat: 1 }, {}, 'iat', 'passed', 'issued-in-the-past'],
  ['of whatever issuer', { iss: 'x' }, {}, 'iss', 'not-checked', 'not-checked'],
  ['of the issuer', { iss: 'x' }, { issuer: 'x' }, 'iss', 'passed', 'issuer-matches'],
  ['of another issuer', { iss: 'y' }, { issuer: 'x' }, 'iss', 'failed', 'issuer-differs'],
  ['of no issuer', {}, { issuer: 'x' }, 'iss', 'failed', 'required-but-absent'],
  ['for us', { aud: 'x' }, { audience: 'x' }, 'aud', 'passed', 'audience-matches'],
  [
    'for us among others',
    { aud: ['y', 'x'] },
    { audience: 'x' },
    'aud',
    'passed',
    'audience-matches',
  ],
  ['for others', { aud: ['y'] }, { audience: 'x' }, 'aud', 'failed', 'audience-differs'],
  ['for a number', { aud: 5 }, { audience: 'x' }, 'aud', 'failed', 'wrong-type'],
])('a token %s', (_what, claims, options, claim, verdict, code) => {
  const { ok, steps } = validateClaims(claims, { now, ...options });
  expect(steps.find((step) => step.claim === claim)).toMatchObject({
    verdict,
    code,
    rule: { document: 'RFC7519' },
  });
  expect(ok).toBe(verdict !== 'failed');
});

test('a name that every object inherits is no claim', () => {
  expect(validateClaims(Object.create({ exp: 1 }) as ClaimsSet, { now }).ok).toBe(true);
});
