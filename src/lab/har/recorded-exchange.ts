import type { Cookie } from '../../cookies/cookie.ts';
import type { SendDecision } from '../../cookies/decision.ts';
import type { Exchange } from '../exchange.ts';
import type { Basis } from './circumstances.ts';

/** Where the recording and the rules do not agree, or where the recording alone does not tell. */
export type Difference =
  | {
      /** The request carried it, and nothing in the recording set it. */
      readonly code: 'existed-before';
      readonly cookie: Cookie;
    }
  | {
      /** It came back with another value than any answer had given it. */
      readonly code: 'changed-unseen';
      readonly cookie: Cookie;
      readonly before: string;
    }
  | {
      /** The browser sent what the rules, under the circumstances that were concluded, hold back. */
      readonly code: 'sent-although';
      readonly cookie: Cookie;
      readonly decision: SendDecision;
    }
  | {
      /** It is sent although its `Set-Cookie` was taken for rejected. */
      readonly code: 'sent-although-rejected';
      readonly cookie: Cookie;
    }
  | {
      /** The rules would send it, and the browser did not. */
      readonly code: 'not-sent';
      readonly cookie: Cookie;
      readonly likely: 'third-party' | 'credentials' | 'removed';
    };

export type JarChangeCode =
  | 'set'
  | 'replaced'
  | 'deleted'
  | 'expired'
  | 'evicted'
  | 'cleared'
  | 'presumed'
  | 'changed-unseen';

/** One change of the jar. */
export interface JarChange {
  /** Grows with every event of the recording. */
  readonly position: number;
  readonly key: string;
  readonly code: JarChangeCode;
  readonly name: string;
  /** What is in the jar from then on; `null`: nothing under that key. */
  readonly cookie: Cookie | null;
  /** The recording does not say where it came from: of its attributes nothing is known. */
  readonly presumed: boolean;
}

/** An exchange of a recording, with what the jar made of it. */
export interface RecordedExchange {
  readonly exchange: Exchange;
  /** Position of its last event: until then its changes, and all before, are made. */
  readonly position: number;
  readonly changes: readonly JarChange[];
  readonly differences: readonly Difference[];
  readonly basis: Basis;
  readonly fromCache: boolean;
  /** Its cookies stand in the file's lists alone, not in header fields. */
  readonly fromLists: boolean;
  /** Octets of the content, of which only a part may be there. */
  readonly contentOctets: number;
}

/** A cookie of the jar at some moment. */
export interface KeptCookie {
  readonly key: string;
  readonly cookie: Cookie;
  readonly presumed: boolean;
}

/** The jar as it was after all changes up to a position, oldest cookie first. */
export function jarAt(
  recorded: readonly Pick<RecordedExchange, 'changes'>[],
  position: number,
): readonly KeptCookie[] {
  const made = recorded
    .flatMap(({ changes }) => changes.filter((change) => change.position <= position))
    .sort((a, b) => a.position - b.position);
  const jar = new Map<string, KeptCookie>();
  for (const { key, cookie, presumed } of made) {
    if (cookie === null) jar.delete(key);
    else jar.set(key, { key, cookie, presumed });
  }
  return [...jar.values()];
}
