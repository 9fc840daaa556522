import type { HttpVersion } from '../../http/http-version.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';

/** What a recording says of its making. */
export interface RecordingHead {
  /** Program that wrote it, with its version, and the browser where that is another one. */
  readonly madeBy: string;
  readonly pages: ReadonlyMap<string, string>;
}

/** One exchange as the file tells it, made whole: what a browser left out has a value all the same. */
export interface RecordedEntry {
  /** Its number in the file, from 0. */
  readonly index: number;
  readonly pageId: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** When the answer's header was there. */
  readonly answeredAt: number;
  readonly endedAt: number;
  readonly request: HttpRequest;
  /** `null`: none came. */
  readonly response: HttpResponse | null;
  readonly httpVersion: HttpVersion;
  /** `document`, `image`, `xhr`, …; empty where the file does not say. */
  readonly resourceType: string;
  /** URL of the document or script that asked, where the file says so. */
  readonly initiator: string | null;
  readonly error: string;
  /** It came from the browser's cache: nothing was asked of the server. */
  readonly fromCache: boolean;
  /** Octets of the whole answer's content, of which only the beginning may be kept. */
  readonly contentOctets: number;
  /** The cookies stand in the file's lists alone, not in its header fields. */
  readonly fromLists: boolean;
}

/** What was left out on the way, in numbers. */
export interface LeftOut {
  /** Exchanges with `data:`, `blob:`, extensions: no cookie goes there. */
  readonly notWeb: number;
  /** Exchanges that have no readable request. */
  readonly unreadable: number;
  /** Exchanges beyond those that are looked at. */
  readonly tooMany: number;
}

export interface ReadRecording {
  readonly ok: true;
  readonly head: RecordingHead;
  /** In the order in which they began. */
  readonly entries: readonly RecordedEntry[];
  readonly leftOut: LeftOut;
}

export type HarRefusal =
  | { readonly ok: false; readonly code: 'empty' | 'unreadable' | 'not-har' | 'no-entries' }
  | { readonly ok: false; readonly code: 'no-web-entries'; readonly count: number }
  | {
      readonly ok: false;
      readonly code: 'too-large';
      readonly octets: number;
      readonly limit: number;
    }
  | {
      readonly ok: false;
      readonly code: 'not-json';
      readonly line: number;
      readonly column: number;
      /** The text around it. */
      readonly near: string;
    }
  | {
      readonly ok: false;
      readonly code: 'truncated';
      readonly line: number;
      /** How many exchanges are whole before it breaks off; `null` where it has not come to them. */
      readonly whole: number | null;
    };
