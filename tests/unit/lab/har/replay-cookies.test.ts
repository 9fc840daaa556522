import { describe, expect, test } from 'vitest';
import { realPublicSuffixes } from '../../../../src/http/real-public-suffixes.ts';
import { openRecording } from '../../../../src/lab/har/open-recording.ts';
import { jarAt, type RecordedExchange } from '../../../../src/lab/har/recorded-exchange.ts';
import { recordingOf, type EntryDraft } from './har-file.ts';

function replayed(...drafts: readonly EntryDraft[]): readonly RecordedExchange[] {
  const opened = openRecording(recordingOf(...drafts), realPublicSuffixes);
  if (!opened.ok) throw new Error(opened.code);
  return opened.exchanges;
}

/** What is told of the last one. */
function lastOf(...drafts: readonly EntryDraft[]): RecordedExchange {
  const last = replayed(...drafts).at(-1);
  if (last === undefined) throw new Error('no exchange');
  return last;
}

const differences = ({ differences: all }: RecordedExchange) =>
  all.map(
    (one) => `${one.code} ${one.cookie.name}${one.code === 'not-sent' ? ` ${one.likely}` : ''}`,
  );

const withheld = ({ exchange }: RecordedExchange) =>
  exchange.cookies.withheld.map(({ code, cookie }) => `${code} ${cookie.name}`);

const sent = ({ exchange }: RecordedExchange) =>
  exchange.cookies.sent.map(({ cookie }) => `${cookie.name}=${cookie.value}`);

const jarAfter = (all: readonly RecordedExchange[], place = all.length - 1) =>
  jarAt(all, all[place]?.position ?? 0).map(
    ({ cookie, presumed }) => `${cookie.name}=${cookie.value}${presumed ? '?' : ''}`,
  );

const typed = [
  ['Sec-Fetch-Site', 'none'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Sec-Fetch-Dest', 'document'],
] as const;
const fetched = [
  ['Sec-Fetch-Site', 'same-origin'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Referer', 'https://shop.example/'],
] as const;
const set = (value: string) => ['Set-Cookie', value] as const;
const cookie = (value: string) => ['Cookie', value] as const;

const opening: EntryDraft = {
  sent: typed,
  received: [set('sid=1; Secure; HttpOnly; SameSite=Lax'), set('admin=1; Path=/admin')],
};

describe('what agrees', () => {
  test('a cookie that was set goes with the next request; one of another path stays', () => {
    const all = replayed(opening, { at: 100, sent: [...fetched, cookie('sid=1')] });
    const last = all[1] as RecordedExchange;
    expect(sent(last)).toEqual(['sid=1']);
    expect(withheld(last)).toEqual(['path admin']);
    expect(differences(last)).toEqual([]);
    expect(jarAfter(all, 0)).toEqual(['sid=1', 'admin=1']);
  });

  test('it is changed, deleted, and expires at the time of the recording', () => {
    const all = replayed(
      opening,
      {
        at: 100,
        sent: [...fetched, cookie('sid=1')],
        received: [set('sid=2'), set('t=1; Max-Age=1')],
      },
      { at: 200, sent: [...fetched, cookie('sid=2; t=1')], received: [set('sid=; Max-Age=0')] },
      { at: 2000, sent: fetched },
    );
    expect(all.map((one) => one.changes.map(({ code, name }) => `${code} ${name}`))).toEqual([
      ['set sid', 'set admin'],
      ['replaced sid', 'set t'],
      ['deleted sid'],
      ['expired t'],
    ]);
    expect(jarAfter(all, 1)).toEqual(['sid=2', 'admin=1', 't=1']);
    expect(jarAfter(all)).toEqual(['admin=1']);
    expect(all.flatMap(differences)).toEqual([]);
  });

  test('a Set-Cookie that a browser refuses says by which rule', () => {
    const { exchange } = lastOf({
      url: 'https://alice.github.io/',
      sent: typed,
      received: [set('a=1; Domain=github.io'), set('b=1; SameSite=None'), set('__Host-c=1')],
    });
    expect(exchange.setCookies.map(({ code }) => code)).toEqual([
      'domain-public-suffix',
      'same-site-none-without-secure',
      'host-prefix',
    ]);
  });

  test('a redirect’s cookie is there in time, even where the clock of the recording is not exact', () => {
    const all = replayed(
      {
        method: 'POST',
        url: 'https://shop.example/login',
        took: 30,
        status: 303,
        sent: typed,
        received: [['Location', '/account'], set('sid=9')],
      },
      { at: 10, url: 'https://shop.example/account', sent: [...typed, cookie('sid=9')] },
    );
    expect(differences(all[1] as RecordedExchange)).toEqual([]);
    expect(all[1]?.exchange).toMatchObject({ cause: 'redirect', parentId: 'entry-1' });
  });

  test('a request that carries a cookie came after the answer that set it', () => {
    const all = replayed(
      { took: 100, sent: fetched, received: [set('sid=9')] },
      { at: 60, sent: [...fetched, cookie('sid=9')] },
    );
    expect(differences(all[1] as RecordedExchange)).toEqual([]);
  });

  test('cookies of other sites are no matter of theirs', () => {
    const last = lastOf(opening, { at: 100, url: 'https://news.example/', sent: typed });
    expect(withheld(last)).toEqual([]);
    expect(differences(last)).toEqual([]);
  });
});

describe('the circumstances', () => {
  const strict: EntryDraft = {
    sent: typed,
    received: [
      set('s=1; SameSite=Strict'),
      set('l=1; SameSite=Lax'),
      set('n=1; SameSite=None; Secure'),
    ],
  };
  const from = 'https://news.example/';

  test.each<[string, EntryDraft, string[]]>([
    [
      'a link from another site, by its Sec-Fetch fields',
      {
        sent: [
          ['Sec-Fetch-Site', 'cross-site'],
          ['Sec-Fetch-Dest', 'document'],
          cookie('l=1; n=1'),
        ],
      },
      ['same-site-strict s'],
    ],
    [
      'a form from another site',
      {
        method: 'POST',
        sent: [['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'document'], cookie('n=1')],
      },
      ['same-site-strict s', 'same-site-lax l'],
    ],
    [
      'a link, by its Referer alone',
      {
        sent: [['Referer', from], ['Upgrade-Insecure-Requests', '1'], cookie('l=1; n=1')],
      },
      ['same-site-strict s'],
    ],
    [
      'a picture on another site’s page',
      {
        sent: [
          ['Sec-Fetch-Site', 'cross-site'],
          ['Sec-Fetch-Dest', 'image'],
          ['Referer', from],
          cookie('n=1'),
        ],
      },
      ['same-site-strict s', 'same-site-lax l'],
    ],
  ])('%s', (_what, draft, expected) => {
    const last = lastOf(strict, { at: 100, ...draft });
    expect(withheld(last)).toEqual(expected);
    expect(differences(last)).toEqual([]);
  });

  test('a redirect does not change who asked', () => {
    const last = lastOf(
      strict,
      {
        at: 100,
        url: 'https://news.example/go',
        status: 302,
        sent: typed,
        received: [['Location', 'https://shop.example/']],
      },
      {
        at: 200,
        sent: [['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Dest', 'document'], cookie('s=1; l=1; n=1')],
      },
    );
    expect(withheld(last)).toEqual([]);
    expect(differences(last)).toEqual([]);
  });

  test('a preflight carries none, and none is missed', () => {
    const last = lastOf(
      opening,
      { at: 50, sent: [...fetched, cookie('sid=1')] },
      { at: 200, method: 'OPTIONS', sent: [['Access-Control-Request-Method', 'PUT']] },
    );
    expect(last.exchange.kind).toBe('preflight');
    expect(differences(last)).toEqual([]);
  });
});

describe('what does not agree is a question', () => {
  test('a cookie that nothing in the recording set was there before', () => {
    const all = replayed(
      { sent: [...typed, cookie('old=7')] },
      { at: 100, sent: [...fetched, cookie('old=7')] },
      { at: 200, sent: [...fetched, cookie('old=7')], received: [set('old=8')] },
    );
    expect(differences(all[1] as RecordedExchange)).toEqual(['existed-before old']);
    expect(jarAfter(all, 0)).toEqual(['old=7?']);
    expect(jarAfter(all)).toEqual(['old=8']);
  });

  test('a value that no answer gave', () => {
    const all = replayed(opening, { at: 100, sent: [...fetched, cookie('sid=other')] });
    expect(differences(all[1] as RecordedExchange)).toEqual(['changed-unseen sid']);
    expect(jarAfter(all)).toEqual(['sid=other', 'admin=1']);
  });

  test('sent against a rule', () => {
    const last = lastOf(opening, { at: 100, sent: [...fetched, cookie('admin=1; sid=1')] });
    expect(differences(last)).toEqual(['sent-although admin']);
    expect(last.differences[0]).toMatchObject({ decision: { code: 'path' } });
    expect(withheld(last)).toEqual([]);
  });

  test('sent though its Set-Cookie was taken for refused', () => {
    const last = lastOf(
      { sent: typed, received: [set('x=1; SameSite=None')] },
      { at: 100, sent: [...fetched, cookie('x=1')] },
    );
    expect(differences(last)).toEqual(['sent-although-rejected x']);
  });

  test.each<[string, EntryDraft, string]>([
    ['in a page of the same site', { sent: fetched }, 'not-sent sid removed'],
    [
      'by script of another origin',
      {
        url: 'https://shop.example:8443/api',
        sent: [
          ['Sec-Fetch-Site', 'same-site'],
          ['Sec-Fetch-Dest', 'empty'],
          ['Origin', 'https://shop.example'],
        ],
      },
      'not-sent sid credentials',
    ],
  ])('not sent %s', (_what, draft, expected) => {
    const seen = { at: 50, sent: [...fetched, cookie('sid=1')] };
    expect(differences(lastOf(opening, seen, { at: 200, ...draft }))).toEqual([expected]);
  });

  test('not sent to a third party', () => {
    const last = lastOf(
      { url: 'https://ads.example/', sent: typed, received: [set('id=1; SameSite=None; Secure')] },
      { at: 50, url: 'https://ads.example/', sent: [...typed, cookie('id=1')] },
      {
        at: 200,
        url: 'https://ads.example/pixel',
        sent: [
          ['Sec-Fetch-Site', 'cross-site'],
          ['Sec-Fetch-Dest', 'image'],
          ['Referer', 'https://news.example/'],
        ],
        more: { pageref: 'another' },
      },
    );
    expect(differences(last)).toEqual(['not-sent id third-party']);
  });

  test('from the cache nothing is sent, and nothing is set', () => {
    const seen = { at: 50, sent: [...fetched, cookie('sid=1')] };
    const all = replayed(opening, seen, {
      at: 200,
      sent: fetched,
      received: [set('sid=cached')],
      more: { _fromCache: 'disk' },
    });
    expect(differences(all[2] as RecordedExchange)).toEqual([]);
    expect(jarAfter(all)).toEqual(['sid=1', 'admin=1']);
  });

  test('a site that clears its data leaves no cookie', () => {
    const all = replayed(opening, {
      at: 100,
      sent: [...fetched, cookie('sid=1')],
      received: [['Clear-Site-Data', '"cookies", "storage"']],
    });
    expect(jarAfter(all)).toEqual([]);
  });

  test('where no request shows a cookie, none is missed', () => {
    const all = replayed(opening, { at: 100, sent: fetched });
    expect(all.flatMap(differences)).toEqual([]);
  });
});
