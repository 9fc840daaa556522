import { describe, expect, test } from 'vitest';
import type { AnyEvent, LogEntry } from '../../../src/lab/log.ts';
import { overwriteGetLocale } from '../../../src/messages/compiled/runtime.js';
import { browserNotes } from '../../../src/ui/wire/browser-notes.ts';
import { access, jarWith } from '../cookies/access.ts';

const script = access({ api: 'script' });
const of = {
  browserId: 'alice-laptop',
  tabId: 'tab-1',
  documentId: 'document-1',
  url: 'https://shop.example/',
  api: 'document.cookie',
} as const;

const read = (...fields: string[]): AnyEvent => ({
  type: 'script-read-cookies',
  ...of,
  cookies: jarWith(fields).retrieve(script),
});

const wrote = (field: string): AnyEvent => ({
  type: 'script-wrote-cookie',
  ...of,
  decision: jarWith([]).decide(field, script),
});

const other: AnyEvent = { type: 'clock-advanced', byMs: 1 };

function notesIn(locale: 'en' | 'ko', events: readonly AnyEvent[], begun: readonly number[]) {
  overwriteGetLocale(() => locale);
  const log = events.map((event, index): LogEntry => ({
    sequence: index + 1,
    time: 0,
    room: 'browser',
    event,
  }));
  const exchanges = begun.map((sequence) => ({ id: `exchange-${String(sequence)}`, sequence }));
  return [...browserNotes(log, exchanges)].map(([id, notes]) => [
    id,
    ...notes.map(({ text }) => text),
  ]);
}

const upgraded = (host: string): AnyEvent => ({
  type: 'request-upgraded',
  browserId: 'alice-laptop',
  tabId: 'tab-1',
  url: `http://${host}/`,
  host,
  rule: { document: 'RFC6797', section: '8.3' },
});

describe('what the browser makes of an address stands after the exchange that had begun last', () => {
  test.each([
    ['en', 'https instead of http: shop.example (HSTS)'],
    ['ko', 'http 대신 https로: shop.example (HSTS)'],
  ] as const)('in words, each host once, %s', (locale, text) => {
    const events = [other, upgraded('shop.example'), upgraded('shop.example'), other];
    expect(notesIn(locale, events, [1, 4])).toEqual([['exchange-1', text]]);
  });
});

describe('what script did with cookies stands after the exchange that had begun last', () => {
  test('in words, each cookie once, in the order of the deeds', () => {
    const events = [other, read('a=1', 'sid=1; HttpOnly'), wrote('b=1'), wrote('c=1'), read('b=1')];
    const happened = [...events, wrote('b=2'), wrote('d=1; HttpOnly')];
    expect(notesIn('en', happened, [1])).toEqual([
      ['exchange-1', 'Script read a, b', 'Script wrote b, c', 'Refused to script: d'],
    ]);
    expect(notesIn('ko', happened, [1])).toEqual([
      ['exchange-1', '스크립트가 읽음: a, b', '스크립트가 씀: b, c', '스크립트에 거부됨: d'],
    ]);
  });

  test('whichever exchange that is, in whatever order they are shown', () => {
    const events = [other, wrote('a=1'), other, read(), other];
    expect(notesIn('en', events, [5, 3, 1])).toEqual([
      ['exchange-3', 'Script read no cookie'],
      ['exchange-1', 'Script wrote a'],
    ]);
  });

  test('what came before the first that is shown is not looked at', () => {
    expect(notesIn('en', [wrote('a=1'), other, wrote('b=1')], [2])).toEqual([
      ['exchange-2', 'Script wrote b'],
    ]);
    expect(notesIn('en', [wrote('a=1')], [])).toEqual([]);
  });
});
