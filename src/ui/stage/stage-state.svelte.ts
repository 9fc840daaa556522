import type { Exchange } from '../../lab/exchange.ts';
import type { Lab } from '../../lab/lab.svelte.ts';
import type { Place, Room } from '../../tutorial/step.ts';
import type { BrowserPanel } from '../browser/browser-panels.ts';
import type { WireWay } from '../wire/wire-ways.ts';
import { tellingExchange } from './telling-exchange.ts';

const rooms: readonly Room[] = ['browser', 'wire', 'server'];

const roomOfPlace: Partial<Record<Place, Room>> = {
  page: 'browser',
  'address-bar': 'browser',
  'browser-choice': 'browser',
  'browser-settings': 'browser',
  console: 'browser',
  storage: 'browser',
  rejected: 'browser',
  waterfall: 'wire',
  load: 'wire',
  overheard: 'wire',
  cookies: 'browser',
  exchanges: 'wire',
  message: 'wire',
  sessions: 'server',
  trace: 'server',
  instances: 'server',
  loot: 'server',
  keys: 'server',
  'refresh-tokens': 'server',
  'deny-list': 'server',
  'token-versions': 'server',
};

/** On a phone the browser's window and all tables lie in sheets, and what travels lies open. */
export type Sheet = 'shop' | 'tables';

const sheetOfPlace: Partial<Record<Place, Sheet | null>> = {
  page: 'shop',
  'address-bar': 'shop',
  'browser-choice': 'shop',
  'browser-settings': 'shop',
  exchanges: null,
  message: null,
  trace: null,
  waterfall: null,
  load: null,
  overheard: null,
  bench: null,
  lesson: null,
};

/** The sheet in which a place lies; `null` where it lies open. */
export function sheetOf(place: Place): Sheet | null {
  return place in sheetOfPlace ? (sheetOfPlace[place] ?? null) : 'tables';
}

const panelOfPlace: Partial<Record<Place, BrowserPanel>> = {
  cookies: 'cookies',
  rejected: 'rejected',
  console: 'console',
  storage: 'storage',
};

/** What the stage shows of the lab: which columns are open, and which exchange is chosen. */
export class StageState {
  /** Wanted open, most recently asked for last: where they do not all fit, the earliest shrink first. */
  #wanted = $state.raw<readonly Room[]>(rooms.toReversed());
  /** `null`: follow the newest. */
  #chosenId = $state<string | null>(null);
  /** What the wire's column shows: messages, the time that each took, sessions and tokens under load, or what is overheard. */
  wireWay = $state<WireWay>('messages');
  /** Where the lesson points now. */
  #place = $state<Place | null>(null);

  #panel = $state<BrowserPanel>('cookies');

  /** The open sheet of the phone. */
  sheet = $state<Sheet | null>(null);

  constructor(private readonly lab: Lab) {}

  /** The open columns in their order on the stage, as far as `fitting` of them fit. */
  open(fitting: number): readonly Room[] {
    const kept = this.#wanted.slice(-Math.max(1, fitting));
    return rooms.filter((room) => kept.includes(room));
  }

  get place(): Place | null {
    return this.#place;
  }

  /** Points at a place, and opens the column in which it lies. */
  pointAt(place: Place | null): void {
    this.#place = place;
    const room = place === null ? undefined : roomOfPlace[place];
    if (room) this.show(room);
    const panel = place === null ? undefined : panelOfPlace[place];
    if (panel) this.#panel = panel;
    if (place === 'waterfall' || place === 'load' || place === 'overheard') this.wireWay = place;
    if (place === 'exchanges') this.wireWay = 'messages';
  }

  /** The panel below the browser's window. */
  get panel(): BrowserPanel {
    return this.#panel;
  }

  showPanel(panel: BrowserPanel): void {
    this.#panel = panel;
  }

  show(room: Room): void {
    this.#wanted = [...this.#wanted.filter((one) => one !== room), room];
  }

  showOnly(wanted: readonly Room[]): void {
    this.#wanted = (wanted.length === 0 ? rooms : wanted).toReversed();
  }

  /** A step under load shows its settings from the start; no other step begins with them. */
  beginAt(places: readonly Place[]): void {
    if (places.includes('load')) this.wireWay = 'load';
    else if (this.wireWay === 'load') this.wireWay = 'messages';
  }

  /** The chosen exchange, else the most telling one of the last click. */
  get exchange(): Exchange | null {
    const chosen = this.#chosenId === null ? undefined : this.lab.exchange(this.#chosenId);
    return chosen ?? tellingExchange(this.lab.exchanges);
  }

  choose(id: string | null): void {
    this.#chosenId = id;
  }
}
