import * as v from 'valibot';
import { NETWORKS } from '../../wire/addresses.ts';
import { HTTP_VERSIONS } from '../../http/http-version.ts';
import { count, time } from './values.ts';

const httpVersion = v.picklist(HTTP_VERSIONS);

export const networkName = v.picklist(NETWORKS);

export const exchangeTiming = v.looseObject({
  connectionId: v.string(),
  httpVersion,
  reused: v.boolean(),
  startedAt: time,
  endedAt: time,
  phases: v.array(v.looseObject({ phase: v.string(), ms: v.number() })),
  refused: v.boolean(),
});

export const openConnection = v.looseObject({
  id: v.string(),
  browserId: v.string(),
  origin: v.pipe(v.string(), v.url()),
  httpVersion,
  openedAt: time,
  acceptedAt: time,
  readyAt: time,
  busyUntil: time,
  carried: count,
  closesAt: time,
  promised: v.optional(v.boolean(), false),
});

export const connectionSettings = v.looseObject({
  httpVersion,
  roundTripMs: count,
  serverMs: count,
  keepAlive: v.boolean(),
  keepAliveTimeoutSeconds: count,
  keepAliveMaximum: count,
  slots: count,
  backlog: count,
});
