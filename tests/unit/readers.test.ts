import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkAddress, checkTypedAddress } from '../../src/browser/address.ts';
import { buildPage, buildTextPage } from '../../src/browser/page/build-page.ts';
import { resolveAddress } from '../../src/browser/page/resolve-address.ts';
import { consoleScript } from '../../src/browser/script/console-line.ts';
import { readFromRealm } from '../../src/browser/script/protocol.ts';
import { parseStrictTransport } from '../../src/browser/strict-transport/field.ts';
import { canonicalHost } from '../../src/cookies/canonical-host.ts';
import { parseCookieDate } from '../../src/cookies/cookie-date.ts';
import { parseCookieString } from '../../src/cookies/cookie-string.ts';
import { parseMaxAge } from '../../src/cookies/max-age.ts';
import { parseSetCookie } from '../../src/cookies/parse-set-cookie.ts';
import { parseFormContent } from '../../src/http/form-content.ts';
import { parseRequestText, parseResponseText } from '../../src/http/parse-wire-text.ts';
import { parsedUrl } from '../../src/http/parsed-url.ts';
import { realPublicSuffixes } from '../../src/http/real-public-suffixes.ts';
import { decodeBase64url, decodeBase64urlText } from '../../src/jwt/base64url.ts';
import { decodeJwt } from '../../src/jwt/decode.ts';
import { readSteps } from '../../src/jwt/explain/read-steps.ts';
import { extractToken } from '../../src/jwt/extract-token.ts';
import { readKey } from '../../src/jwt/jwk/read-key.ts';
import { readToken } from '../../src/jwt/read-token.ts';
import { checkSnapshot } from '../../src/lab/check-snapshot.ts';
import { readAddress } from '../../src/lab/cookie-case/read-address.ts';
import { readPaste } from '../../src/lab/cookie-case/read-paste.ts';
import { readSecurity } from '../../src/lab/cookie-case/reading/security-reading.ts';
import { writtenZone } from '../../src/lab/cookie-case/written-zone.ts';
import { openRecording } from '../../src/lab/har/open-recording.ts';
import { readHar } from '../../src/lab/har/read-har.ts';
import { unpackText } from '../../src/lab/share/packed-text.ts';
import { readLabLink, readLabText } from '../../src/lab/share/shared-lab.ts';
import { practiceFrom } from '../../src/tutorial/interview/practice.ts';
import { readOwnLesson } from '../../src/tutorial/own-lesson.ts';
import { readProgressFile } from '../../src/tutorial/progress-file.ts';
import { progressFrom } from '../../src/tutorial/progress.ts';
import { bookFrom } from '../../src/tutorial/tickets/ticket-book.ts';
import { caseInFragment } from '../../src/ui/cookie-case/case-link.ts';
import { parseRoute } from '../../src/ui/shell/route.ts';
import { tokenInFragment } from '../../src/ui/workbench/share-link.ts';
import { testLab } from './lab/test-lab.ts';

const here = 'https://shop.example/cart';
const now = Date.parse('2026-11-02T05:00:00Z');

const token = `${btoa('{"alg":"HS256"}')}.${btoa('{"sub":"alice","exp":1}')}.c2ln`.replaceAll(
  '=',
  '',
);

const har = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'a browser', version: '1' },
    entries: [
      {
        startedDateTime: '2026-11-02T05:00:00.000Z',
        time: 3,
        request: {
          method: 'GET',
          url: here,
          httpVersion: 'HTTP/1.1',
          headers: [{ name: 'Cookie', value: 'sid=1' }],
          cookies: [],
        },
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: 'sid=2; Path=/' }],
          content: { mimeType: 'text/html', text: '<p>' },
        },
      },
    ],
  },
});

const spki = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----`;

const jwks =
  '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}';

type Read = (text: string) => unknown;

const inJson =
  (read: (value: unknown) => unknown): Read =>
  (text) => {
    try {
      return read(JSON.parse(text));
    } catch (error) {
      // What is no JSON comes to no such reader.
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  };

/** All that reads what comes from outside: its name, a text that it takes, and how it is called. */
const readers: readonly (readonly [name: string, example: string, read: Read])[] = [
  // HTTP
  ['parseRequestText', 'GET /a HTTP/1.1\r\nHost: shop.example\r\n\r\n', parseRequestText],
  ['parseResponseText', 'HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\ntext', parseResponseText],
  ['parseFormContent', 'a=1&b=%ED%95%9C+c', parseFormContent],
  ['parsedUrl', here, parsedUrl],
  ['parseStrictTransport', 'max-age=31536000; includeSubDomains', parseStrictTransport],
  // Cookies
  ['parseSetCookie', 'sid=1; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure', parseSetCookie],
  ['parseCookieString', 'a=1; b=2', parseCookieString],
  ['parseCookieDate', 'Mon, 02 Nov 2026 05:00:00 GMT', (text) => parseCookieDate(text)],
  ['parseMaxAge', '-3600', parseMaxAge],
  ['canonicalHost', 'münchen.shop.example', canonicalHost],
  // Pages and their script
  ['checkAddress', here, (text) => checkAddress(text)],
  ['checkTypedAddress', 'shop.example/a', (text) => checkTypedAddress(text)],
  ['resolveAddress', '../b?c#d', (text) => resolveAddress(text, here)],
  [
    'buildPage',
    '<form action=/a><input name=b value="&amp;"><p>c<div>',
    (text) => buildPage(text, here),
  ],
  ['buildTextPage', 'text', buildTextPage],
  ['consoleScript', 'const a = await fetch("/a"); ({ a })', (text) => consoleScript(text, '_')],
  ['readFromRealm', '{"type":"travel","distance":-1}', inJson(readFromRealm)],
  // Tokens and keys
  ['decodeBase64url', 'c2ln', decodeBase64url],
  ['decodeBase64urlText', 'c2ln', decodeBase64urlText],
  ['extractToken', `Authorization: Bearer ${token}`, extractToken],
  ['readToken', token, readToken],
  ['readSteps', token, (text) => readSteps(text, decodeJwt(text))],
  ['decodeJwt', token, decodeJwt],
  ['readKey', spki, (text) => readKey(text, { algorithm: 'Ed25519', secretAs: 'text' })],
  ['readKey', jwks, (text) => readKey(text, { algorithm: 'RS256', secretAs: 'text' })],
  ['readKey', 'c2VjcmV0', (text) => readKey(text, { algorithm: 'HS256', secretAs: 'base64url' })],
  ['tokenInFragment', `#token=${token}`, tokenInFragment],
  // Labs, recordings and cases
  ['readLabText', JSON.stringify(testLab().snapshot()), readLabText],
  ['readLabLink', '#lab=q1YqUbKqrq0FAA', readLabLink],
  ['unpackText', 'q1YqUbKqrq0FAA', (text) => unpackText(text, 1000)],
  ['checkSnapshot', JSON.stringify(testLab().snapshot()), inJson(checkSnapshot)],
  ['readHar', har, readHar],
  ['openRecording', har, (text) => openRecording(text, realPublicSuffixes)],
  [
    'readPaste',
    'HTTP/1.1 200 OK\nSet-Cookie: a=b; Path=/\nDate: Mon, 02 Nov 2026 05:00:00 GMT',
    readPaste,
  ],
  ['readAddress', '<https://shop.example/a>', readAddress],
  ['readSecurity', 'sid=1; Secure', (text) => readSecurity(text, 'shop.example', now)],
  ['writtenZone', 'Mon, 02 Nov 2026 05:00:00 +0900', writtenZone],
  ['caseInFragment', `#case=${encodeURIComponent('{"setCookie":"a=b"}')}`, caseInFragment],
  // What one keeps, and addresses of the site
  ['readOwnLesson', 'Monday~cookies.set-cookie', readOwnLesson],
  ['readProgressFile', '{"schema":"remember-me/progress","version":1}', readProgressFile],
  ['progressFrom', '{"version":1,"done":{},"answers":{},"last":null}', inJson(progressFrom)],
  ['practiceFrom', '{"version":1,"questions":{}}', inJson(practiceFrom)],
  ['bookFrom', '{"version":1,"tickets":{}}', inJson(bookFrom)],
  ['parseRoute', 'ko/cookies/', (text) => parseRoute(text, text)],
];

/** The example with a part of it cut out, doubled, or something else in its place. */
function near(example: string): fc.Arbitrary<string> {
  const place = fc.nat(example.length);
  const splice = fc
    .tuple(
      place,
      place,
      fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 6 }), place.map(String)),
    )
    .map(([from, length, other]) => example.slice(0, from) + other + example.slice(from + length));
  const doubled = fc.tuple(place, place).map(([a, b]) => example.slice(0, a) + example.slice(b));
  return fc.oneof(splice, doubled);
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.json(),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);

/** What makes a reader call itself too often, or look at the same text again and again. */
const endless = [
  '[',
  '{"a":',
  '(',
  '<div>',
  '<b><p>',
  'a+',
  '!',
  '=',
  ';',
  ',',
  '.',
  '%',
  '\r\n',
  ' ',
  'a=b; ',
  '"',
].map((part) => part.repeat(20_000));

describe.each(readers)('%s, of what is like %j,', (_, example, read) => {
  test('takes or refuses whatever it is given, and never throws', async () => {
    await expect(Promise.resolve(read(example)), 'its example').resolves.not.toBeUndefined();
    const texts = fc.oneof(
      { weight: 2, arbitrary: near(example) },
      { weight: 1, arbitrary: anything },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => void (await read(text))),
      {
        numRuns: 150,
      },
    );
    for (const text of endless) await read(text);
    // With an end that makes a whole of it.
    for (const text of endless) await read(`${text}a`);
  });
});

test('each function that reads a text is among them', () => {
  const folder = new URL('../../src/', import.meta.url);
  const reading =
    /^export (?:async )?function ((?:parse|read|decode|extract|unpack)\w*|\w+(?:From|InFragment))\(\s*\w+: (?:string|unknown)\b/gm;
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('messages'))
    .flatMap((path) => [...readFileSync(new URL(path, folder), 'utf8').matchAll(reading)])
    .map(([, name = '']) => name);
  expect(found.length).toBeGreaterThan(25);
  const known = new Set(readers.map(([name]) => name));
  // `decoded` tells the bench what `decodeJwt` has found.
  expect(found.filter((name) => !known.has(name) && name !== 'decoded')).toEqual([]);
});
