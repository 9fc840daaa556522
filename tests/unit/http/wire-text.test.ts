import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  octets,
  parseRequestText,
  parseResponseText,
  requestOctets,
  requestText,
  responseOctets,
  responseText,
} from '../../../src/http/wire-text.ts';

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,10}$/);
const fieldContent = fc.stringMatching(/^([!-~]([ -~]{0,20}[!-~])?)?$/);

describe('a request', () => {
  test('is written in origin-form with Host first', () => {
    const request = {
      method: 'POST',
      targetUri: 'https://shop.example:8443/cart?add=2',
      fields: [['Cookie', 'sid=1']] as const,
      content: 'q=1',
    };
    expect(requestText(request)).toBe(
      'POST /cart?add=2 HTTP/1.1\r\nHost: shop.example:8443\r\nCookie: sid=1\r\n\r\nq=1',
    );
    expect(requestOctets(request)).toBe(requestText(request).length);
  });

  test('names the version that it travels in', () => {
    const text = requestText(
      { method: 'GET', targetUri: 'https://shop.example/', fields: [], content: '' },
      '1.0',
    );
    expect(text).toBe('GET / HTTP/1.0\r\nHost: shop.example\r\n\r\n');
  });

  test.each(['2', '3'] as const)(
    'has pseudo-header fields and lower-case names in HTTP/%s',
    (version) => {
      const request = {
        method: 'POST',
        targetUri: 'https://shop.example/cart?add=2',
        fields: [
          ['Host', 'shop.example'],
          ['Content-Type', 'text/plain'],
        ] as const,
        content: 'q=1',
      };
      expect(requestText(request, version)).toBe(
        ':method: POST\r\n:scheme: https\r\n:authority: shop.example\r\n:path: /cart?add=2\r\n' +
          'content-type: text/plain\r\n\r\nq=1',
      );
    },
  );

  test('keeps a Host that it already has', () => {
    const text = requestText({
      method: 'GET',
      targetUri: 'https://shop.example/',
      fields: [
        ['Accept', '*/*'],
        ['host', 'evil.example'],
      ],
      content: '',
    });
    expect(text).toBe('GET / HTTP/1.1\r\nAccept: */*\r\nhost: evil.example\r\n\r\n');
  });

  test('is read from what a person pastes', () => {
    expect(parseRequestText('\nGET /a?b=1\nHost: shop.example\nCookie:  a=1 ', 'http')).toEqual({
      ok: true,
      message: {
        method: 'GET',
        targetUri: 'http://shop.example/a?b=1',
        fields: [
          ['Host', 'shop.example'],
          ['Cookie', 'a=1'],
        ],
        content: '',
      },
    });
  });

  test.each([
    ['', 'request-line'],
    ['GET', 'request-line'],
    ['G(T / HTTP/1.1\nHost: a', 'request-line'],
    ['GET / HTTP/1.1', 'no-host'],
    ['GET a HTTP/1.1\nHost: shop.example', 'invalid-target'],
    ['GET / HTTP/1.1\nHost: a b', 'invalid-target'],
    ['GET / HTTP/1.1\nno colon', 'field-line'],
    ['GET / HTTP/1.1\nspace : before', 'field-line'],
  ])('%j is refused as %s', (text, code) => {
    expect(parseRequestText(text)).toMatchObject({
      ok: false,
      code,
      rule: { document: 'RFC9112' },
    });
  });

  test('survives writing and reading', () => {
    fc.assert(
      fc.property(
        token,
        fc.array(fc.tuple(token, fieldContent)),
        fc.string(),
        (method, fields, content) => {
          const request = { method, targetUri: 'https://shop.example/a?b', fields, content };
          fc.pre(!fields.some(([name]) => name.toLowerCase() === 'host'));
          const parsed = parseRequestText(requestText(request));
          expect(parsed).toEqual({
            ok: true,
            message: { ...request, fields: [['Host', 'shop.example'], ...fields] },
          });
        },
      ),
    );
  });
});

describe('a response', () => {
  test('has no reason phrase in HTTP/2', () => {
    const response = { status: 200, fields: [['Set-Cookie', 'a=1']] as const, content: '' };
    expect(responseText(response, '2')).toBe(':status: 200\r\nset-cookie: a=1\r\n\r\n');
  });

  test('is written with its reason phrase', () => {
    const response = { status: 303, fields: [['Location', '/']] as const, content: '빵' };
    expect(responseText(response)).toBe('HTTP/1.1 303 See Other\r\nLocation: /\r\n\r\n빵');
    expect(responseOctets(response)).toBe(responseText(response).length + 2);
  });

  test('is read, or refused with the line at fault', () => {
    const fields = [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ] as const;
    expect(
      parseResponseText('HTTP/2 200\nSet-Cookie: a=1\nSet-Cookie: b=2\n\nhello\n\nyou'),
    ).toEqual({
      ok: true,
      message: { status: 200, fields, content: 'hello\n\nyou' },
    });
    expect(parseResponseText('200 OK')).toMatchObject({
      ok: false,
      code: 'status-line',
      line: '200 OK',
    });
  });

  test('never makes the readers throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseRequestText(text);
        parseResponseText(text);
        parseRequestText(`GET ${text}`);
      }),
    );
  });
});

test('octets count UTF-8', () => {
  expect(['', 'a', 'é', '빵', '🥐'].map(octets)).toEqual([0, 1, 2, 3, 4]);
});
