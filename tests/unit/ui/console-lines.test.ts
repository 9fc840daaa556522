import { describe, expect, test } from 'vitest';
import type { BrowserEvent } from '../../../src/browser/events.ts';
import type { LogEntry } from '../../../src/lab/log.ts';
import { overwriteGetLocale } from '../../../src/messages/compiled/runtime.js';
import { consoleLines } from '../../../src/ui/browser/console-lines.ts';
import { statementsOf } from '../../../src/ui/browser/told-text.ts';
import { access, jarWith } from '../cookies/access.ts';

const of = {
  browserId: 'alice-laptop',
  tabId: 'tab-1',
  documentId: 'document-1',
  url: 'https://shop.example/',
} as const;

function linesOf(events: readonly BrowserEvent[]) {
  const log = events.map((event, index): LogEntry => ({
    sequence: index + 1,
    time: 0,
    room: 'browser',
    event,
  }));
  return consoleLines(log, of.browserId, of.tabId);
}

/** Every line as it is read: its kind, what it is about, and what is said of it. */
function readLines(events: readonly BrowserEvent[], locale: 'en' | 'ko' = 'en') {
  overwriteGetLocale(() => locale);
  return linesOf(events).map(({ kind, text, event }) => [
    kind,
    text,
    ...(event === null ? [] : statementsOf(event).map((one) => one.text)),
  ]);
}

const blocked = (
  destination: Extract<BrowserEvent, { type: 'resource-blocked' }>['destination'],
  code: Extract<BrowserEvent, { type: 'resource-blocked' }>['code'],
  values: Readonly<Record<string, string>> = {},
): BrowserEvent => ({
  type: 'resource-blocked',
  ...of,
  destination,
  resourceUrl: 'http://ads.example/x',
  code,
  rule: { document: 'MixedContent', section: '4.4' },
  values,
});

describe('what a page did not get is said in the console', () => {
  test.each([
    [
      'script',
      'mixed-content',
      'Script not loaded: the page came by TLS',
      '스크립트 불러오지 않음: 페이지가 TLS로',
    ],
    [
      'style',
      'url-with-credentials',
      'Style sheet not loaded: there is a user name',
      '스타일 시트 불러오지 않음: 주소에',
    ],
    ['iframe', 'mixed-content', 'Frame not loaded', '프레임 불러오지 않음'],
    [
      'image',
      'outside-the-lab',
      'Picture not loaded: the address lies outside',
      '그림 불러오지 않음: 실험실 인터넷 밖의',
    ],
    [
      'image',
      'invalid-url',
      'Picture not loaded: this is no address',
      '요청할 수 있는 주소가 아닙니다',
    ],
    ['script', 'too-many-redirects', 'too many redirects', '리다이렉트가 너무 많이'],
    ['image', 'blocked-by-policy', 'has img-src none', 'img-src none이므로'],
  ] as const)('%s, %s', (destination, code, english, korean) => {
    const event = blocked(destination, code, { directive: 'img-src', sources: 'none' });
    const [line] = readLines([event]);
    expect(line).toMatchObject(['told', 'http://ads.example/x', expect.stringContaining(english)]);
    expect(readLines([event], 'ko')[0]?.[2]).toContain(korean);
  });

  test('a picture that went by TLS instead', () => {
    const rule = { document: 'MixedContent', section: '4.1' } as const;
    const event = {
      type: 'resource-upgraded',
      ...of,
      resourceUrl: 'http://ads.example/x',
      rule,
    } as const;
    expect(readLines([event])).toEqual([
      ['warn', 'http://ads.example/x', 'Asked for by https instead, because the page came by TLS.'],
    ]);
    expect(statementsOf(event)[0]?.rule).toEqual(rule);
  });
});

test('a host that wants to be visited by TLS alone is said to be', () => {
  const rule = { document: 'RFC6797', section: '8.3' } as const;
  const url = 'http://shop.example/account';
  const event = { type: 'request-upgraded', ...of, url, host: 'shop.example', rule } as const;
  expect(readLines([event])).toEqual([
    [
      'warn',
      url,
      'Asked for by https instead: shop.example wants to be visited by TLS alone (HSTS).',
    ],
  ]);
  expect(readLines([event], 'ko')[0]?.[2]).toContain('shop.example에는 TLS로만');
  expect(statementsOf(event)[0]?.rule).toEqual(rule);
});

describe('what script does with cookies is said in the console', () => {
  const jar = jarWith(['theme=1', 'sid=1; HttpOnly']);
  const script = access({ api: 'script' });
  const read = {
    type: 'script-read-cookies',
    ...of,
    api: 'document.cookie',
    cookies: jar.retrieve(script),
  } as const;

  test('what it read, and what was kept from it', () => {
    expect(readLines([read])).toEqual([
      ['note', '', 'Script read: theme', 'sid is HttpOnly, so a script cannot see it.'],
    ]);
    expect(readLines([read], 'ko')[0]?.[2]).toBe('스크립트가 읽은 쿠키: theme');
    expect(linesOf([read])[0]?.source).toBe('document.cookie');
  });

  test('that there was nothing for it', () => {
    const cookies = jarWith([]).retrieve(script);
    expect(readLines([{ ...read, cookies }])).toEqual([
      ['note', '', 'Script read no cookie: there is none that it may see.'],
    ]);
  });

  test('reading the same again is not said again', () => {
    const cookies = jarWith([]).retrieve(script);
    expect(linesOf([read, read, { ...read, cookies }, read])).toHaveLength(3);
    expect(linesOf([read, { ...read, documentId: 'document-2' }])).toHaveLength(2);
  });

  test.each([
    ['a=1', 'note', 'a was stored for shop.example and the path /.'],
    ['a=1; HttpOnly', 'told', 'HttpOnly'],
  ])('that it wrote %s', (text, kind, words) => {
    const decision = jarWith([]).decide(text, script);
    const event = { type: 'script-wrote-cookie', ...of, api: 'cookieStore', decision } as const;
    expect(readLines([event])).toMatchObject([[kind, text, expect.stringContaining(words)]]);
  });
});

test.each([
  ['sandboxed', 1],
  ['needs-user-activation', 1],
  // The tab says this itself.
  ['outside-the-lab', 0],
] as const)('where a document might not lead, %s: %i lines', (code, count) => {
  const { browserId, tabId } = of;
  const url = 'https://shop.example/x';
  const event = { type: 'navigation-refused', browserId, tabId, url, code } as const;
  expect(linesOf([event])).toHaveLength(count);
});
