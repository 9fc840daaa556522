import { CHROMIUM_GRAMMAR, parseCookieDate } from '../../cookies/cookie-date.ts';

/** Minutes ahead of UTC of the zones that are often written by name. */
const named: Readonly<Record<string, number>> = {
  KST: 540,
  JST: 540,
  HKT: 480,
  SGT: 480,
  CET: 60,
  CEST: 120,
  BST: 60,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

const OFFSET = /(?:^|[\s\dTCZ])([+-])(\d{2}):?(\d{2})\b/;

/** An `Expires` whose zone was meant to count, and does not: it is always read as UTC (6265bis §5.6.1). */
export interface WrittenZone {
  /** As it was written. */
  readonly zone: string;
  readonly minutesAhead: number;
  /** When the cookie was meant to end, in milliseconds since the epoch. */
  readonly meant: number;
  /** When it does end. */
  readonly read: number;
}

/** The zone that an `Expires` names, if it is another than UTC. */
export function writtenZone(expires: string): WrittenZone | null {
  const read = parseCookieDate(expires, CHROMIUM_GRAMMAR);
  const zone = zoneIn(expires);
  if (read === null || zone === null || zone.minutesAhead === 0) return null;
  return { ...zone, read, meant: read - zone.minutesAhead * 60_000 };
}

function zoneIn(expires: string): Pick<WrittenZone, 'zone' | 'minutesAhead'> | null {
  const [, sign, hours, minutes] = OFFSET.exec(expires) ?? [];
  if (sign !== undefined) {
    const ahead = Number(hours) * 60 + Number(minutes);
    return {
      zone: `${sign}${hours ?? ''}:${minutes ?? ''}`,
      minutesAhead: sign === '-' ? -ahead : ahead,
    };
  }
  const [name = ''] = /\b[A-Z]{3,4}\b(?!.*\b[A-Z]{3,4}\b)/.exec(expires) ?? [];
  const minutesAhead = named[name];
  return minutesAhead === undefined ? null : { zone: name, minutesAhead };
}
