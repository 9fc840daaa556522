import { total, type LoadPlan, type WayOutcome } from '../../lab/load/load-plan.ts';
import * as m from '../../messages/compiled/messages.js';
import type { AccessTokenRevocation } from '../../server/shop/settings.ts';
import { balancingName, storeName } from '../server/instance-text.ts';
import { wholeDuration } from '../time/whole-duration.ts';

const breakageNames: Readonly<Record<LoadPlan['breaks'], () => string>> = {
  nothing: m.load_breaks_nothing,
  instance: m.load_breaks_instance,
  store: m.load_breaks_store,
};

export function breakageName(breaks: LoadPlan['breaks']): string {
  return breakageNames[breaks]();
}

const revocationNames: Readonly<Record<AccessTokenRevocation, () => string>> = {
  none: m.tokens_revocation_none,
  'deny-list': m.tokens_revocation_deny_list,
  'token-version': m.tokens_revocation_token_version,
};

export function revocationName(revocation: AccessTokenRevocation): string {
  return revocationNames[revocation]();
}

/** What a load was, in one line. */
export function planText(plan: LoadPlan, language: string): string {
  const { count, sessionStore, balancing } = plan.instances;
  const store = storeName(sessionStore);
  const instances =
    count === 1
      ? m.load_of_instance({ store })
      : m.load_of_instances({ count, store, balancing: balancingName(balancing) });
  return m.load_of_run({
    instances,
    breaks: breakageName(plan.breaks),
    revocation: revocationName(plan.revocation),
    life: wholeDuration(plan.tokenLifetimeSeconds, language),
  });
}

export interface ShownMeasure {
  readonly name: string;
  /** For its bar: the more, the longer. */
  readonly amount: (outcome: WayOutcome) => number;
  readonly text: (outcome: WayOutcome) => string;
}

const day = 24 * 60 * 60 * 1000;

/** The rows of the score-card. */
export function measures(language: string): readonly ShownMeasure[] {
  const number = new Intl.NumberFormat(language);
  const counted = (name: string, amount: (outcome: WayOutcome) => number): ShownMeasure => ({
    name,
    amount,
    text: (outcome) => number.format(amount(outcome)),
  });
  const sized = (name: string, amount: (outcome: WayOutcome) => number): ShownMeasure => ({
    name,
    amount,
    text: (outcome) => octetsText(amount(outcome), language),
  });
  return [
    counted(m.load_look_ups(), ({ lookUps }) => lookUps),
    counted(m.load_signatures(), ({ signatures }) => signatures),
    {
      name: m.load_store_trips(),
      amount: ({ storeTrips }) => storeTrips,
      text: ({ storeTrips, storeMs }) =>
        storeTrips === 0
          ? number.format(0)
          : m.load_store_trips_value({
              trips: number.format(storeTrips),
              ms: number.format(storeMs),
            }),
    },
    sized(m.load_cookie_octets(), ({ cookieOctets }) => cookieOctets),
    sized(m.load_server_octets(), ({ serverOctets }) => serverOctets),
    counted(m.load_strangers(), (outcome) => total(outcome).strangers),
    counted(m.load_failed_requests(), (outcome) => total(outcome).failed),
    counted(m.load_lost_guests(), ({ lostGuests }) => lostGuests),
    {
      name: m.load_lock_out(),
      amount: ({ lockOutMs }) => lockOutMs ?? day,
      text: ({ lockOutMs }) =>
        lockOutMs === null
          ? m.load_never()
          : lockOutMs === 0
            ? m.load_at_once()
            : wholeDuration(lockOutMs / 1000, language),
    },
  ];
}

/** They are written alike in every language. */
const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Octets in the unit in which they are easily read; a kilobyte has a thousand. */
export function octetsText(octets: number, language: string): string {
  const power = octets < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(octets) / 3));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return `${number.format(octets / 1000 ** power)} ${units[power] ?? ''}`;
}

/** A length of time far below a second. */
export function shortTime(nanoseconds: number, language: string): string {
  const [unit, size] =
    nanoseconds < 1000
      ? (['nanosecond', 1] as const)
      : nanoseconds < 1_000_000
        ? (['microsecond', 1000] as const)
        : (['millisecond', 1_000_000] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumSignificantDigits: 2,
  }).format(nanoseconds / size);
}
