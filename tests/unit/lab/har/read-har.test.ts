import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastLabelIsPublic } from '../../../../src/http/origin.ts';
import { openRecording } from '../../../../src/lab/har/open-recording.ts';
import { readHar } from '../../../../src/lab/har/read-har.ts';
import type { RecordedEntry } from '../../../../src/lab/har/recording.ts';
import { beginning, entry, harText, recordingOf } from './har-file.ts';

function entriesOf(text: string): readonly RecordedEntry[] {
  const read = readHar(text);
  if (!read.ok) throw new Error(read.code);
  return read.entries;
}

function firstOf(text: string): RecordedEntry {
  const [first] = entriesOf(text);
  if (first === undefined) throw new Error('no entry');
  return first;
}

describe('dialects', () => {
  test('what HTTP/2 says in pseudo-header fields is no field of its own', () => {
    const { request, httpVersion } = firstOf(
      harText([
        entry({
          sent: [
            [':authority', 'shop.example'],
            [':path', '/'],
            ['cookie', 'a=1'],
          ],
          more: {},
        }),
      ]).replaceAll('http/1.1', 'h2'),
    );
    expect(request.fields).toEqual([['cookie', 'a=1']]);
    expect(httpVersion).toBe('2');
  });

  test('several cookies in one field, with line breaks between them, are several', () => {
    const { response } = firstOf(recordingOf({ received: [['Set-Cookie', 'a=1\nb=2; Path=/']] }));
    expect(response?.fields).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2; Path=/'],
    ]);
  });

  test('cookies that stand in the lists alone are read from there', () => {
    const one = entry();
    Object.assign(one['request'] as object, { cookies: [{ name: 'a', value: '1' }] });
    Object.assign(one['response'] as object, {
      cookies: [
        {
          name: 'b',
          value: '2',
          path: '/',
          domain: 'shop.example',
          expires: '2026-11-01T00:00:00.000Z',
          httpOnly: true,
          secure: true,
          sameSite: 'Lax',
        },
      ],
    });
    const { request, response, fromLists } = firstOf(harText([one]));
    expect(request.fields).toEqual([['Cookie', 'a=1']]);
    expect(response?.fields).toEqual([
      [
        'Set-Cookie',
        'b=2; Path=/; Domain=shop.example; Expires=Sun, 01 Nov 2026 00:00:00 GMT; Secure; HttpOnly; SameSite=Lax',
      ],
    ]);
    expect(fromLists).toBe(true);
  });

  test('content in base64 is text again; of a picture the size is enough', () => {
    const withContent = (content: object) => {
      const one = entry();
      Object.assign(one['response'] as object, { content });
      return firstOf(harText([one]));
    };
    const text = { size: 5, mimeType: 'text/html', text: btoa('<b>hi'), encoding: 'base64' };
    expect(withContent(text).response?.content).toBe('<b>hi');
    const picture = { size: 9, mimeType: 'image/png', text: btoa('PNG......'), encoding: 'base64' };
    expect(withContent(picture)).toMatchObject({ response: { content: '' }, contentOctets: 9 });
    expect(
      withContent({ mimeType: 'text/html', text: '%', encoding: 'base64' }).response?.content,
    ).toBe('');
  });

  test('a time with an offset, and exchanges in the order of their ends', () => {
    const late = entry({ at: 50, url: 'https://shop.example/late' });
    const early = { ...entry(), startedDateTime: '2026-10-01T18:00:00.000+09:00' };
    expect(entriesOf(harText([late, early])).map(({ startedAt }) => startedAt - beginning)).toEqual(
      [0, 50],
    );
  });

  test('an entry with the least that there can be', () => {
    const least = { request: { method: 'GET', url: 'https://shop.example/#part' } };
    expect(firstOf(harText([least]))).toMatchObject({
      request: { method: 'GET', targetUri: 'https://shop.example/', fields: [], content: '' },
      response: null,
      httpVersion: '1.1',
    });
  });

  test('what is not of the web is left out, and told', () => {
    const read = readHar(
      harText([entry(), entry({ url: 'data:text/plain,x' }), entry({ url: 'no url' }), null]),
    );
    expect(read).toMatchObject({ ok: true, leftOut: { notWeb: 1, unreadable: 2, tooMany: 0 } });
  });

  test('who made it is told once', () => {
    const program = { name: 'Firefox', version: '140.0' };
    const read = readHar(harText([entry()], { creator: program, browser: program }));
    expect(read).toMatchObject({ head: { madeBy: 'Firefox 140.0' } });
  });
});

test.each<[string, string, object]>([
  ['nothing', '  \n', { code: 'empty' }],
  ['a text', 'hello', { code: 'not-json', line: 1, column: 1 }],
  ['a page', '<!doctype html>', { code: 'not-json', line: 1, column: 1 }],
  ['a comma too many', '{\n  "log": {,}\n}', { code: 'not-json', line: 2, column: 11 }],
  ['JSON of another kind', '{"a": 1}', { code: 'not-har' }],
  ['a list', '[]', { code: 'not-har' }],
  ['entries that are none', '{"log":{"entries":[1,{}]}}', { code: 'not-har' }],
  ['no entries', '{"log":{"entries":[]}}', { code: 'no-entries' }],
  ['only extensions', recordingOf({ url: 'chrome-extension://x/y' }), { code: 'no-web-entries' }],
  ['half an entry', recordingOf({}, {}, {}).slice(0, -200), { code: 'truncated', whole: 2 }],
  ['half a head', '{"log":{"version":"1.', { code: 'truncated', whole: null }],
])('%s is refused', (_what, text, refusal) => {
  expect(readHar(text)).toMatchObject({ ok: false, ...refusal });
});

test('a file that breaks off anywhere is said to break off', () => {
  const text = recordingOf(
    { sent: [['Cookie', 'a="\\u00e9"']], text: 'é\n\\' },
    { at: -1.5e3, more: { _escaped: '\u0007', _flag: true, _none: null } },
  );
  for (let end = 1; end < text.length; end += 1)
    expect([end, readHar(text.slice(0, end))]).toMatchObject([end, { code: 'truncated' }]);
});

test('any text, and any JSON, gets an answer', () => {
  const open = (text: string) => openRecording(text, lastLabelIsPublic);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => typeof open(text).ok === 'boolean'),
  );
  fc.assert(fc.property(fc.json(), (json) => !open(json).ok));
  const keys = [
    'headers',
    'cookies',
    'status',
    'content',
    'postData',
    'text',
    'size',
    'httpVersion',
  ];
  const part = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue());
  const messy = fc.record({
    startedDateTime: fc.jsonValue(),
    time: fc.jsonValue(),
    timings: fc.jsonValue(),
    request: part.map((some) => ({ ...some, method: 'GET', url: 'https://shop.example/' })),
    response: fc.oneof(part, fc.jsonValue()),
    _initiator: fc.jsonValue(),
    _resourceType: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.array(messy, { minLength: 1 }), (entries) => {
      const opened = open(harText(entries));
      expect(opened).toMatchObject({ ok: true, exchanges: entries.map(() => ({})) });
    }),
  );
});

test('the break of any JSON that is cut, or spoilt, is found', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
      const text = JSON.stringify({ log: { entries: [value, value] } });
      const cut = text.slice(0, 1 + (at % (text.length - 1)));
      expect(readHar(cut)).toMatchObject({ ok: false, code: 'truncated' });
      const spoilt = `${cut}\u0001${text.slice(cut.length)}`;
      expect(readHar(spoilt)).toMatchObject({ ok: false, code: 'not-json' });
    }),
  );
});

describe('hostile files', () => {
  test('a million headers, a deep tree, numbers without end', () => {
    const many = Array.from({ length: 1_000_000 }, (_, index) => ({
      name: `X-${String(index)}`,
      value: '',
    }));
    const one = entry();
    Object.assign(one['request'] as object, { headers: many });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = harText([one])
      .replace('"time":10', `"time":1e999,"_deep":${deep}`)
      .replace('"status":200', '"status":2e2');
    const { request, response, endedAt } = firstOf(text);
    expect(request.fields.length).toBeLessThan(1000);
    expect(response?.status).toBe(200);
    expect(endedAt).toBe(beginning);
  });

  test('names of the object’s own prototype are names like others', () => {
    const text = harText([
      entry({
        sent: [
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ],
      }),
    ]).replace('"time":10', '"__proto__":{"polluted":true},"time":10');
    expect(firstOf(text).request.fields).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect('polluted' in {}).toBe(false);
  });

  test('a value cannot bring a second line into a message, nor a name anything but a name', () => {
    const { request, response } = firstOf(
      recordingOf({
        sent: [
          ['X-A', '1\r\nCookie: sid=evil'],
          ['X B: c\r\nD', '2'],
        ],
        received: [['X-C', '\ud800\0']],
      }),
    );
    expect(request.fields).toEqual([['X-A', '1  Cookie: sid=evil']]);
    expect(response?.fields).toEqual([['X-C', '\ud800 ']]);
  });
});
