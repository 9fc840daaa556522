import { octets } from '../../http/octets.ts';
import { fieldValues } from '../../http/fields.ts';
import type { WayToRemember } from '../../server/shop/settings.ts';
import type { Exchange } from '../exchange.ts';
import type { Remembered } from '../memory.ts';
import type { CopiedKey, TrialVisit } from './trial-visit.ts';

/** What one way to remember costs, measured on one visit. */
export interface Measures {
  readonly way: WayToRemember;
  readonly browserHolds: Held;
  readonly serverHolds: Held;
  /** Octets of a request by which its sender is known: fields, address, password. */
  readonly addedOctets: number;
  /** Steps of the servers' traces for that request, by kind. */
  readonly work: Readonly<Record<Work, number>>;
  readonly copy: CopiedKey;
}

export interface Held {
  readonly entries: number;
  /** Octets of the names and values, and of the rows as JSON. */
  readonly octets: number;
}

/** What a server has to do before it knows who asks. */
export type Work = 'look-up' | 'signature' | 'password';

export const workOf: Readonly<Record<string, Work>> = {
  'session-looked-up': 'look-up',
  'address-looked-up': 'look-up',
  'deny-list-looked-up': 'look-up',
  'token-version-looked-up': 'look-up',
  'refresh-token-looked-up': 'look-up',
  'cookie-signature-matched': 'signature',
  'token-signature-matched': 'signature',
  'password-matched': 'password',
};

/** Collections of the shop in which it remembers who is signed in. */
const serverCollections =
  /^shop\/(?:sessions(?:\/.*)?|guests|refresh-tokens|denied-tokens|token-versions)$/;

export function measure(way: WayToRemember, visit: TrialVisit): Measures {
  return {
    way,
    browserHolds: browserHolds(visit.known),
    serverHolds: serverHolds(visit),
    addedOctets: Math.max(0, ...visit.asKnown.map(addedOctets)),
    work: workFor(visit.asKnown),
    copy: visit.copy,
  };
}

function browserHolds(known: Remembered): Held {
  const cookies = rowsOf(known, /^browser\/alice-laptop\/cookies$/).map(
    (row) => row as { readonly name: string; readonly value: string },
  );
  const areas = rowsOf(known, /^browser\/alice-laptop\/storage$/).map(
    (row) => row as { readonly entries: readonly (readonly [string, string])[] },
  );
  const texts = [
    ...cookies.map(({ name, value }) => name + value),
    ...areas.flatMap(({ entries }) => entries.map((entry) => entry.join(''))),
  ];
  return held(texts);
}

function serverHolds({ before, known }: TrialVisit): Held {
  const atFirst = new Set(rowsOf(before, serverCollections).map((row) => JSON.stringify(row)));
  const rows = rowsOf(known, serverCollections).map((row) => JSON.stringify(row));
  return held(rows.filter((row) => !atFirst.has(row)));
}

function rowsOf(remembered: Remembered, collections: RegExp): readonly unknown[] {
  return Object.entries(remembered)
    .filter(([name]) => collections.test(name))
    .flatMap(([, rows]) => rows.map(([, value]) => value));
}

function held(texts: readonly string[]): Held {
  return { entries: texts.length, octets: texts.reduce((sum, text) => sum + octets(text), 0) };
}

/** Cookie and Authorization as field lines with their line end; ticket and password as they stand. */
function addedOctets({ request }: Exchange): number {
  const fields = ['Cookie', 'Authorization'].flatMap((name) =>
    fieldValues(request.fields, name).map((value) => `${name}: ${value}\r\n`),
  );
  const ticket = new URL(request.targetUri).searchParams.get('ticket');
  const form = new URLSearchParams(request.method === 'POST' ? request.content : '');
  const credentials = ['username', 'password'].flatMap((name) => {
    const value = form.get(name);
    return value === null ? [] : [`&${new URLSearchParams({ [name]: value }).toString()}`];
  });
  const texts = [...fields, ...(ticket === null ? [] : [`?ticket=${ticket}`]), ...credentials];
  return texts.reduce((sum, text) => sum + octets(text), 0);
}

function workFor(exchanges: readonly Exchange[]): Readonly<Record<Work, number>> {
  const work = { 'look-up': 0, signature: 0, password: 0 };
  for (const { code } of exchanges.flatMap(({ trace }) => trace)) {
    const kind = workOf[code];
    if (kind !== undefined) work[kind] += 1;
  }
  return work;
}
