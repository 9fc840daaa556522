import { describe, expect, test } from 'vitest';
import { realPublicSuffixes } from '../../../../src/http/real-public-suffixes.ts';
import { entropyBits } from '../../../../src/lab/har/entropy.ts';
import { openRecording, type RecordingSummary } from '../../../../src/lab/har/open-recording.ts';
import { recordingOf, type EntryDraft } from './har-file.ts';

function summaryOf(...drafts: readonly EntryDraft[]): RecordingSummary {
  const opened = openRecording(recordingOf(...drafts), realPublicSuffixes);
  if (!opened.ok) throw new Error(opened.code);
  return opened.summary;
}

const codes = ({ story }: RecordingSummary) => story.map(({ code }) => code);

const before = '5f0c1d2e3a4b59687786958493a2b1c0';
const after = '8f14e45fceea167a5a36dedd4bea2543';
const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLXRoYXQtaXMtbm9uZQ';
const form = 'application/x-www-form-urlencoded';

const opened: EntryDraft = {
  url: 'https://shop.example/login',
  sent: [['Sec-Fetch-Dest', 'document']],
  received: [['Set-Cookie', `JSESSIONID=${before}; HttpOnly; Secure`]],
};
const posted: EntryDraft = {
  at: 5000,
  method: 'POST',
  url: 'https://shop.example/login',
  sent: [
    ['Content-Type', form],
    ['Referer', 'https://shop.example/login'],
    ['Cookie', `JSESSIONID=${before}`],
  ],
  content: 'user=alice&passwd=butter',
  status: 302,
  received: [
    ['Location', '/account'],
    ['Set-Cookie', `JSESSIONID=${after}; HttpOnly; Secure`],
  ],
};
const landed: EntryDraft = {
  at: 5100,
  url: 'https://shop.example/account',
  sent: [
    ['Sec-Fetch-Dest', 'document'],
    ['Cookie', `JSESSIONID=${after}`],
  ],
};
const left: EntryDraft = {
  at: 9000,
  method: 'POST',
  url: 'https://shop.example/logout',
  sent: [['Cookie', `JSESSIONID=${after}`]],
  received: [['Set-Cookie', 'JSESSIONID=; Max-Age=0']],
};

describe('a sign-in', () => {
  test('by a form, with a session that gets a new identifier, until the signing out', () => {
    const summary = summaryOf(opened, posted, landed, left);
    expect(codes(summary)).toEqual([
      'form-opened',
      'cookie-before',
      'posted',
      'redirected',
      'cookie-replaced',
      'protected',
      'cookie-carried',
      'signed-out',
    ]);
    expect(summary.story[2]).toEqual({
      code: 'posted',
      exchangeId: 'entry-2',
      values: { place: 'shop.example/login', method: 'POST', field: 'passwd' },
    });
    expect(summary.story[6]?.values).toMatchObject({ place: 'shop.example/account', count: 2 });
    expect(JSON.stringify(summary.story)).not.toContain('butter');
  });

  test('with a wrong password first', () => {
    const wrong = { ...posted, at: 1000, status: 200, received: [] };
    const { story } = summaryOf(opened, wrong, posted, landed);
    expect(story.find(({ code }) => code === 'posted')?.exchangeId).toBe('entry-3');
  });

  test('by JSON, with tokens in the answer, one of which goes with the requests', () => {
    const summary = summaryOf(
      {
        method: 'POST',
        url: 'https://api.shop.example/token',
        sent: [['Content-Type', 'application/json']],
        content: '{"username":"alice","password":"butter"}',
        text: `{"access_token":"${jwt}"}`,
      },
      { at: 100, url: 'https://api.shop.example/me', sent: [['Authorization', `Bearer ${jwt}`]] },
    );
    expect(codes(summary)).toEqual(['posted', 'answered', 'token-given', 'token-carried']);
  });

  test('at another site, which sends a code back (OAuth)', () => {
    const summary = summaryOf(
      {
        url: 'https://accounts.id.example/authorize?client_id=shop&redirect_uri=https://shop.example/cb',
        sent: [['Sec-Fetch-Dest', 'document']],
      },
      {
        at: 3000,
        url: 'https://shop.example/cb?code=c0de&state=x',
        sent: [['Sec-Fetch-Dest', 'document']],
        received: [['Set-Cookie', `connect.sid=s%3A${after}.sig; HttpOnly`]],
      },
    );
    expect(codes(summary)).toEqual([
      'sent-away',
      'came-back',
      'answered',
      'cookie-set',
      'readable',
      'never-carried',
    ]);
    expect(summary.story[0]?.values).toEqual({ host: 'accounts.id.example' });
  });

  test.each<[string, EntryDraft[]]>([
    ['pages only', [opened, landed]],
    ['a password without a key after it', [{ ...posted, received: [] }]],
    [
      'a key of another site',
      [
        { ...posted, received: [] },
        { ...opened, url: 'https://x.example/' },
      ],
    ],
  ])('is not found in %s', (_what, drafts) => {
    expect(codes(summaryOf(...drafts))).toEqual([]);
  });
});

describe('what is recognised', () => {
  const guessed = (setCookie: string) =>
    summaryOf({ received: [['Set-Cookie', setCookie]] }).recognised.map(
      ({ kind, because }) => `${kind} ${because}`,
    );

  test.each<[string, string[]]>([
    [`JSESSIONID=${before}`, ['session-identifier known-name']],
    [`my_auth=${before}`, ['session-identifier name-and-shape']],
    [`x=${before}; HttpOnly`, ['session-identifier hidden-and-random']],
    [`x=${jwt}`, ['jwt jwt-shape']],
    [`x=${before}`, []],
    ['_ga=GA1.2.1234567890.1700000000; HttpOnly', []],
    [`csrftoken=${before}`, []],
    ['my_auth=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', []],
    ['theme_session_length=compact', []],
  ])('%s', (setCookie, expected) => {
    expect(guessed(setCookie)).toEqual(expected);
  });

  test('a bearer token without a shape is told from a JWT', () => {
    const { recognised } = summaryOf({
      sent: [['Authorization', 'Bearer 2YotnFZFEjr1zCsicMWpAA']],
    });
    expect(recognised).toMatchObject([{ kind: 'opaque-token', because: 'bearer', carried: 1 }]);
  });

  test('each value once, with the requests that carried it', () => {
    const { recognised } = summaryOf(opened, posted, landed, left);
    expect(recognised.map(({ value, carried }) => [value, carried])).toEqual([
      [before, 1],
      [after, 2],
    ]);
  });

  test('a recording without any key says so', () => {
    expect(summaryOf({ sent: [['Accept', '*/*']] }).showsKeys).toBe(false);
    expect(summaryOf(opened).showsKeys).toBe(true);
  });
});

test.each<[string, number, number]>([
  ['', 0, 0],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 1],
  ['12345678', 8, 27],
  [before, 100, 128],
  ['2YotnFZFEjr1zCsicMWpAA', 100, 132],
])('%j could hold from %i to %i bits', (text, least, most) => {
  expect(entropyBits(text)).toBeGreaterThanOrEqual(least);
  expect(entropyBits(text)).toBeLessThanOrEqual(most);
});
