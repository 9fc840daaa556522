import type { RefreshRecord } from '../api/refresh-record.ts';
import type { DeniedToken } from '../tokens/revocation.ts';
import type { SigningKey } from '../tokens/signing-key.ts';
import type { MachineState } from '../instances/machine.ts';
import type { SessionRows, SessionTables } from '../instances/session-rows.ts';
import type { Cart } from './cart.ts';

export interface Order {
  readonly id: string;
  readonly userId: string;
  readonly lines: Cart;
  /** Won. */
  readonly total: number;
  /** Milliseconds since the epoch. */
  readonly placedAt: number;
}

export interface Review {
  readonly id: string;
  readonly product: string;
  /** `null`: somebody who had not signed in. */
  readonly userId: string | null;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** All that the shop keeps. The collections come from outside, by identifier. */
export interface ShopStores {
  /** Those that the instance which answers can reach. */
  readonly sessions: SessionRows;
  /** Those of every machine, by its name. */
  readonly sessionTables: SessionTables;
  /** By name; one that is not there runs. */
  readonly machines: Map<string, MachineState>;
  readonly orders: Map<string, Order>;
  readonly reviews: Map<string, Review>;
  /** By the address from which they came. */
  readonly guests: Map<string, GuestRecord>;
  /** Carts of the API's customers, by user. */
  readonly carts: Map<string, CartRecord>;
  /** By hash. */
  readonly refreshTokens: Map<string, RefreshRecord>;
  /** By `kid`. */
  readonly signingKeys: Map<string, SigningKey>;
  /** By `jti`. */
  readonly deniedTokens: Map<string, DeniedToken>;
  /** By user; who is not there has version 1. */
  readonly tokenVersions: Map<string, number>;
}

export interface CartRecord {
  readonly userId: string;
  /** Product to pieces. */
  readonly cart: Readonly<Record<string, number>>;
}

/** What the shop thinks it knows of whoever asks from one address. */
export interface GuestRecord {
  /** IP address of the connection. */
  readonly address: string;
  readonly userId: string | null;
  /** Product to pieces. */
  readonly cart: Readonly<Record<string, number>>;
  /** Milliseconds since the epoch. */
  readonly lastSeenAt: number;
}

/** What the shop keeps to itself beside the keys of its tokens. Whoever holds it is the shop. */
export interface ShopSecrets {
  /** For the HMAC of signed plain cookies. */
  readonly cookie: string;
}

const day = 24 * 60 * 60 * 1000;

/** What is in the shop's books on the first day: an order of each customer, and a few reviews. */
export function openingBooks(now: number): {
  readonly orders: readonly Order[];
  readonly reviews: readonly Review[];
} {
  return {
    orders: [
      {
        id: '1001',
        userId: 'alice',
        lines: [
          { product: 'salt-bread', quantity: 2, unitPrice: 3500 },
          { product: 'baguette', quantity: 1, unitPrice: 4800 },
        ],
        total: 11_800,
        placedAt: now - 2 * day,
      },
      {
        id: '1002',
        userId: 'bob',
        lines: [{ product: 'rye-sourdough', quantity: 1, unitPrice: 8500 }],
        total: 8500,
        placedAt: now - day,
      },
    ],
    reviews: [
      {
        id: '1',
        product: 'salt-bread',
        userId: 'bob',
        text: 'Still warm when I got home. 겉은 바삭, 속은 촉촉!',
        writtenAt: now - day,
      },
      {
        id: '2',
        product: 'rye-sourdough',
        userId: 'alice',
        text: '이틀 지나도 맛있어요. Even better toasted.',
        writtenAt: now - 2 * day,
      },
    ],
  };
}

export function nextId(rows: ReadonlyMap<string, unknown>): string {
  return String(Math.max(0, ...[...rows.keys()].map(Number).filter(Number.isFinite)) + 1);
}
