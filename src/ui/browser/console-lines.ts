import type { BrowserEvent } from '../../browser/events.ts';
import type { LogEntry } from '../../lab/log.ts';
import type { TellingEvent } from './told-text.ts';

/** A line of the console. */
export interface ConsoleLine {
  readonly id: number;
  readonly kind: 'input' | 'result' | 'log' | 'warn' | 'error' | 'told' | 'note' | 'page';
  /** The address, for a `page` that is shown from here on. */
  readonly text: string;
  /** Where it came from, if not from what was typed. */
  readonly source: string | null;
  /** What the browser has to say about it. */
  readonly event: TellingEvent | null;
}

const limit = 300;

/** What was said about a tab's documents and by their script since its console was emptied, oldest first. */
export function consoleLines(
  log: readonly LogEntry[],
  browserId: string,
  tabId: string | null,
): readonly ConsoleLine[] {
  const cleared = log.findLastIndex(
    ({ event }) =>
      event.type === 'console-cleared' && event.browserId === browserId && event.tabId === tabId,
  );
  const lines = log.slice(cleared + 1).flatMap(({ sequence, event }): ConsoleLine[] => {
    if (!('tabId' in event) || event.browserId !== browserId || event.tabId !== tabId) return [];
    const line = lineOf(event);
    return line === null ? [] : [{ id: sequence, source: null, event: null, ...line }];
  });
  return withoutIdlePages(withoutRepeatedReads(lines)).slice(-limit);
}

/** How many of those lines are worth looking up: something failed, or was refused. */
export function countFailures(lines: readonly ConsoleLine[]): number {
  return lines.filter(({ kind }) => kind === 'error' || kind === 'told').length;
}

type Line = Pick<ConsoleLine, 'kind' | 'text'> & Partial<ConsoleLine>;

function lineOf(event: BrowserEvent | LogEntry['event']): Line | null {
  switch (event.type) {
    case 'page-shown':
      return { kind: 'page', text: event.url };
    case 'script-stopped':
    case 'script-refused':
      return { kind: 'told', text: '', event };
    case 'script-blocked':
      return { kind: 'told', text: event.text, event, source: sourceOf(event.source) };
    case 'resource-blocked':
      return { kind: 'told', text: event.resourceUrl, event };
    case 'resource-upgraded':
      return { kind: 'warn', text: event.resourceUrl, event };
    case 'request-upgraded':
      return { kind: 'warn', text: event.url, event };
    case 'navigation-refused':
      return ofTheTab.has(event.code) ? null : { kind: 'told', text: '', event };
    case 'script-read-cookies':
      return { kind: 'note', text: '', event, source: event.api };
    case 'script-wrote-cookie': {
      const { ok, fieldValue } = event.decision;
      return { kind: ok ? 'note' : 'told', text: fieldValue, event, source: event.api };
    }
    case 'script-failed':
      return { kind: 'error', text: event.text, source: sourceOf(event.source) };
    case 'script-logged':
      return { kind: kinds[event.level], text: event.text, source: sourceOf(event.source) };
    default:
      return null;
  }
}

function sourceOf(source: string): string | null {
  return source === 'console' ? null : source;
}

/** Why a tab shows no page: it says so itself. */
const ofTheTab: ReadonlySet<string> = new Set([
  'invalid-url',
  'unsupported-scheme',
  'outside-the-lab',
  'too-many-redirects',
]);

/** Script that looks again and again at the same cookies says nothing new. */
function withoutRepeatedReads(lines: readonly ConsoleLine[]): readonly ConsoleLine[] {
  return lines.filter(({ event }, place) => {
    const before = lines[place - 1]?.event;
    return !(
      event?.type === 'script-read-cookies' &&
      before?.type === 'script-read-cookies' &&
      before.documentId === event.documentId &&
      before.cookies.fieldValue === event.cookies.fieldValue
    );
  });
}

/** Pages on which nothing was said are not worth a line. */
function withoutIdlePages(lines: readonly ConsoleLine[]): readonly ConsoleLine[] {
  const firstSaid = lines.findIndex(({ kind }) => kind !== 'page');
  if (firstSaid < 0) return [];
  return lines.filter(({ kind }, place) => {
    const next = lines[place + 1];
    return kind !== 'page' || (place > firstSaid && (next === undefined || next.kind !== 'page'));
  });
}

const kinds = {
  input: 'input',
  result: 'result',
  log: 'log',
  info: 'log',
  debug: 'log',
  warn: 'warn',
  error: 'error',
} as const;
