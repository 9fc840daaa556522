import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCase, readDraft } from '../../../../src/lab/cookie-case/case-draft.ts';
import { readPaste } from '../../../../src/lab/cookie-case/read-paste.ts';

const values = (text: string) => readPaste(text).cookies.map(({ fieldValue }) => fieldValue);

test.each<[what: string, text: string, kind: string, fieldValues: readonly string[]]>([
  ['one value', 'sid=1; Path=/', 'bare', ['sid=1; Path=/']],
  ['values, one a line', 'sid=1; Path=/\r\ntheme=dark', 'bare', ['sid=1; Path=/', 'theme=dark']],
  ['a value with a colon', 'sid=s:1; Path=/', 'bare', ['sid=s:1; Path=/']],
  ['a field', 'Set-Cookie: sid=1', 'fields', ['sid=1']],
  ['fields in lower case', 'set-cookie:sid=1\nset-cookie:  b=2', 'fields', ['sid=1', 'b=2']],
  ['fields among others', 'date: x\nset-cookie: a=1\ncontent-type: text/html', 'fields', ['a=1']],
  [
    'a response of curl -i, its content left aside',
    'HTTP/1.1 200 OK\nSet-Cookie: a=1\nContent-Type: text/html\n\nSet-Cookie: no=1\nb=2',
    'response',
    ['a=1'],
  ],
  [
    'responses of curl -iL',
    'HTTP/1.1 302 Found\nSet-Cookie: a=1\n\nHTTP/2 200\nset-cookie: b=2\n\nhello',
    'response',
    ['a=1', 'b=2'],
  ],
  [
    'what curl -v says',
    '* Connected\n> GET /me HTTP/2\n> Host: api.my-shop.com\n> Cookie: x=1\n>\n< HTTP/2 200\n< set-cookie: a=1; Path=/\n<\nhello=1',
    'response',
    ['a=1; Path=/'],
  ],
  [
    'DevTools with names on lines of their own',
    'content-type\ntext/html\nset-cookie\na=1; Path=/\ncache-control\nmax-age=0',
    'fields',
    ['a=1; Path=/'],
  ],
  [
    'DevTools with the value on the next line',
    'set-cookie:\na=1\nserver:\nnginx',
    'fields',
    ['a=1'],
  ],
  [
    'a recording',
    '{"headers":[{"name":"Set-Cookie","value":"a=\\"1\\"; Path=/"},{ "name" : "set-cookie", "value" : "b=2\\nc=3" }]}',
    'json',
    ['a="1"; Path=/', 'b=2', 'c=3'],
  ],
  [
    'rows of the table in DevTools',
    'sid\t31d4\t.my-shop.com\t/app\t2027-01-01T00:00:00.000Z\t8\t✓\t✓\tLax\t\t\tMedium\nb\t2\twww.my-shop.com\t/\tSession\t2\t\t\t',
    'table',
    [
      'sid=31d4; Domain=my-shop.com; Path=/app; Expires=Fri, 01 Jan 2027 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
      'b=2; Path=/',
    ],
  ],
  ['code of a server', "res.setHeader('Set-Cookie', 'a=1; Path=/');", 'code', ['a=1; Path=/']],
  ['code of a page', 'document.cookie = "a=1; path=/";', 'code', ['a=1; path=/']],
  ['a request', 'GET / HTTP/1.1\nHost: a.com\nCookie: a=1', 'nothing', []],
  ['an old kind of field', 'Set-Cookie2: a=1', 'nothing', []],
  ['words', 'my cookie is not sent', 'nothing', []],
  ['nothing', '', 'nothing', []],
])('reads %s', (_, text, kind, fieldValues) => {
  expect(readPaste(text).kind).toBe(kind);
  expect(values(text)).toEqual(fieldValues);
});

test('the address, the time and the CORS fields are taken along', () => {
  const paste = readPaste(
    [
      '> GET /login?a=1 HTTP/1.1',
      '> Host: api.my-shop.com',
      '>',
      '< HTTP/1.1 200 OK',
      '< Date: Mon, 30 Nov 2026 12:00:00 GMT',
      '< Access-Control-Allow-Origin: *',
      '< Set-Cookie: a=1',
    ].join('\n'),
  );
  expect(paste).toMatchObject({
    url: 'api.my-shop.com/login?a=1',
    date: Date.UTC(2026, 10, 30, 12),
    cors: [['Access-Control-Allow-Origin', '*']],
  });
});

test('a request’s Cookie is noticed, as it is none that was set', () => {
  expect(readPaste('Cookie: a=1; b=2')).toMatchObject({ kind: 'nothing', hasRequestCookie: true });
});

test('places are where the values stand', () => {
  const text = 'HTTP/1.1 200 OK\r\n  Set-Cookie:   a=1; Path=/  \r\n< set-cookie: b=2\r\n';
  const places = readPaste(text).cookies.map(({ place }) => text.slice(place!.start, place!.end));
  expect(places).toEqual(['a=1; Path=/', 'b=2']);
});

test('more than a browser keeps is counted and left off', () => {
  const paste = readPaste('a=1\n'.repeat(1000));
  expect([paste.cookies.length, paste.leftOff]).toEqual([200, 800]);
});

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...[
        'Set-Cookie:',
        'set-cookie',
        ': ',
        '\n',
        '\r\n',
        '\t',
        'HTTP/1.1 200 OK',
        '< ',
        '> ',
        '=',
        ';',
      ],
      ...[
        '{"name":"set-cookie","value":"',
        '"}',
        'document.cookie=',
        "'",
        'Host: a',
        'GET / HTTP/1.1',
      ],
    ),
  ),
);

test('whatever is pasted is read, and every place holds what was read there', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      for (const { fieldValue, place } of readPaste(text).cookies)
        if (place !== null) expect(text.slice(place.start, place.end)).toBe(fieldValue);
    }),
  );
});

test('whatever stands in the fields is read', () => {
  const anything = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anything, anything, anything, (paste, pageUrl, requestUrl) => {
      readDraft({ ...emptyCase, paste, pageUrl, requestUrl }, 0);
    }),
  );
});

test.each([
  ['letters', 'a'],
  ['equals signs', '='],
  ['semicolons', ';'],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['quotation marks', '"'],
  ['tabs', '\t'],
  ['names of fields', 'set-cookie '],
  ['names in JSON', '"name":'],
  ['backslashes in JSON', '"name":"set-cookie","value":"\\\\'],
  ['status lines', 'HTTP/1.1 200 OK\n'],
  ['code', 'set-cookie"'],
])('a megabyte of %s does not hang', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  expect(readPaste(text).cookies.length).toBeLessThanOrEqual(200);
  expect(readPaste(`Set-Cookie: ${text}`).cookies.length).toBeLessThanOrEqual(200);
});
