import { noPractice, practiceFrom, type Practice } from './interview/practice.ts';
import { bookFrom, emptyBook, type TicketBook } from './tickets/ticket-book.ts';
import { progressFrom, type Progress } from './progress.ts';

const KIND = 'remember-me-progress';
const VERSION = 1;

/** What a learner has done, to be taken to another browser. */
export interface KeptWork {
  readonly progress: Progress;
  readonly practice: Practice;
  readonly tickets: TicketBook;
}

export type ReadProgressFile =
  | { readonly ok: true; readonly work: KeptWork }
  | {
      readonly ok: false;
      readonly code: 'not-json' | 'not-progress' | 'newer-version' | 'too-large';
    };

/** Characters that a file may have; a complete one has some hundred thousand at most. */
export const FILE_LIMIT = 2_000_000;

/** Writes a file's text; `time` is milliseconds since the epoch. */
export function writeProgressFile(work: KeptWork, time: number): string {
  const saved = new Date(time).toISOString();
  return `${JSON.stringify({ kind: KIND, version: VERSION, saved, ...work }, null, 2)}\n`;
}

/** Reads a file's text. Never throws; what it cannot read it names. */
export function readProgressFile(text: string): ReadProgressFile {
  if (text.length > FILE_LIMIT) return { ok: false, code: 'too-large' };
  const file = parse(text);
  if (file === undefined) return { ok: false, code: 'not-json' };
  if (file === null || file['kind'] !== KIND) return { ok: false, code: 'not-progress' };
  if (typeof file['version'] === 'number' && file['version'] > VERSION)
    return { ok: false, code: 'newer-version' };
  const progress = progressFrom(file['progress']);
  const practice = practiceFrom(file['practice'] ?? noPractice);
  const tickets = bookFrom(file['tickets'] ?? emptyBook);
  if (progress === null || practice === null || tickets === null)
    return { ok: false, code: 'not-progress' };
  return { ok: true, work: { progress, practice, tickets } };
}

/** The object in a JSON text; `null` for another value, `undefined` for no JSON. */
function parse(text: string): Readonly<Record<string, unknown>> | null | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return undefined;
  }
}
