import * as v from 'valibot';
import { algorithms } from '../../jwt/algorithm.ts';
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
  algorithm: v.picklist(algorithms),
  jwk: v.record(v.string(), v.unknown()),
  createdAt: time,
  replacedAt: v.nullable(time),
  longestExp: count,
});

export const deniedToken = v.looseObject({ jti: v.string(), exp: v.number() });
