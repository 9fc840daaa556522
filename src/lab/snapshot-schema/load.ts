import * as v from 'valibot';
import { breakages } from '../load/load-plan.ts';
import { instances, revocation } from './shop.ts';
import { count } from './values.ts';

export const loadPlan = v.looseObject({
  guests: count,
  requests: count,
  instances,
  breaks: v.picklist(breakages),
  revocation,
  tokenLifetimeSeconds: v.number(),
});

export const wayOutcome = v.looseObject({
  slices: v.array(v.looseObject({ known: count, strangers: count, failed: count })),
  lookUps: count,
  signatures: count,
  storeTrips: count,
  storeMs: count,
  cookieOctets: count,
  serverOctets: count,
  lostGuests: count,
  lockOutMs: v.nullable(count),
});
