import * as v from 'valibot';
import { count, time } from './values.ts';

export const refreshToken = v.looseObject({
  hash: v.string(),
  familyId: v.string(),
  parentHash: v.nullable(v.string()),
  userId: v.string(),
  issuedAt: time,
  replacedAt: v.nullable(time),
  absoluteExpiresAt: time,
  revokedAt: v.nullable(time),
});

export const signingKey = v.looseObject({
  kid: v.string(),
  algorithm: v.picklist(['HS256', 'RS256', 'ES256', 'Ed25519']),
  jwk: v.record(v.string(), v.unknown()),
  createdAt: time,
  replacedAt: v.nullable(time),
  longestExp: count,
});

export const deniedToken = v.looseObject({ jti: v.string(), exp: v.number() });
