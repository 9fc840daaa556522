import * as v from 'valibot';
import { snapshotSchema, snapshotVersion } from '../snapshot.ts';
import { labBrowsers } from '../computers.ts';
import { sessionsCollection } from '../world.svelte.ts';
import { connectionSettings, networkName, openConnection } from './connection.ts';
import { cookie } from './cookie.ts';
import { event } from './event.ts';
import { instanceNames, sharedStore } from '../../server/instances/machine.ts';
import {
  adProfile,
  cart,
  guest,
  loot,
  machineState,
  order,
  review,
  secrets,
  session,
  settings,
} from './shop.ts';
import { deniedToken, refreshToken, signingKey } from './tokens.ts';
import { browserSettings, browserState, storageArea, strictTransportHost, tab } from './tab.ts';
import { count, time } from './values.ts';

/** A collection as its entries, no key twice. */
const entries = <Schema extends v.GenericSchema>(value: Schema) =>
  v.pipe(
    v.array(v.strictTuple([v.string(), value])),
    v.check((list) => new Set(list.map(([key]) => key)).size === list.length),
  );

const ofBrowsers = Object.fromEntries<v.GenericSchema>(
  labBrowsers.flatMap(({ id }): [string, v.GenericSchema][] => [
    [`browser/${id}/cookies`, v.exactOptional(entries(cookie))],
    [`browser/${id}/tabs`, v.exactOptional(entries(tab))],
    [`browser/${id}/storage`, v.exactOptional(entries(storageArea))],
    [`browser/${id}/strict-transport`, v.exactOptional(entries(strictTransportHost))],
  ]),
);

const ofMachines = Object.fromEntries<v.GenericSchema>(
  [...instanceNames, sharedStore].map((name): [string, v.GenericSchema] => [
    sessionsCollection(name),
    v.exactOptional(entries(session)),
  ]),
);

const remembered = v.strictObject({
  ...ofBrowsers,
  'browser/state': v.exactOptional(entries(browserState)),
  'browser/settings': v.exactOptional(entries(browserSettings)),
  ...ofMachines,
  'shop/machines': v.exactOptional(entries(machineState)),
  'shop/orders': v.exactOptional(entries(order)),
  'shop/reviews': v.exactOptional(entries(review)),
  'shop/guests': v.exactOptional(entries(guest)),
  'shop/carts': v.exactOptional(entries(cart)),
  'shop/refresh-tokens': v.exactOptional(entries(refreshToken)),
  'shop/signing-keys': v.exactOptional(entries(signingKey)),
  'shop/denied-tokens': v.exactOptional(entries(deniedToken)),
  'shop/token-versions': v.exactOptional(entries(count)),
  'shop/settings': v.exactOptional(entries(settings)),
  'shop/secrets': v.exactOptional(entries(secrets)),
  'ads/profiles': v.exactOptional(entries(adProfile)),
  'evil/loot': v.exactOptional(entries(loot)),
  'wire/connections': v.exactOptional(entries(openConnection)),
  'wire/networks': v.exactOptional(entries(networkName)),
  'wire/settings': v.exactOptional(entries(connectionSettings)),
});

const log = v.pipe(
  v.array(
    v.looseObject({
      sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
      time,
      room: v.picklist(['browser', 'wire', 'server', 'lab']),
      event,
    }),
  ),
  v.check((list) =>
    list.every((entry, place) => entry.sequence > (list[place - 1]?.sequence ?? 0)),
  ),
);

/** Schema of a `LabSnapshot`. */
export const labSnapshot = v.strictObject({
  schema: v.literal(snapshotSchema),
  version: v.literal(snapshotVersion),
  time,
  browserId: v.picklist(labBrowsers.map(({ id }) => id)),
  identifiersGiven: v.record(v.string(), count),
  remembered,
  log,
});
