import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, HttpRequest, HttpResponse } from '../../../src/http/message.ts';
import type { CarriedRequest, CarriedResponse } from '../../../src/wire/carried.ts';
import { EnvelopeError } from '../../../src/wire/envelope-error.ts';
import { envelopeOf } from '../../../src/wire/gateway.ts';
import { mappedUrl } from '../../../src/wire/mapped-url.ts';
import { openRequest, sealRequest } from '../../../src/wire/request-envelope.ts';
import { openOutcome, sealOutcome } from '../../../src/wire/response-envelope.ts';

const connection = { id: 'c1', remoteAddress: '203.0.113.1', secure: true };
const request: HttpRequest = {
  method: 'GET',
  targetUri: 'https://shop.example/',
  fields: [],
  content: '',
};

const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/);
const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\0\r\n]/g, ''));
const fields = fc.array(fc.tuple(token, line).map((pair): Field => pair));
const content = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constant('\uFEFFa'),
  fc.constant('\uDC00'),
);
const methods = fc.oneof(
  fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'TRACE', 'get', 'CONNECT'),
  token,
);

const seal = (sent: HttpRequest): CarriedRequest =>
  sealRequest({ exchangeId: 'e1', connection, request: sent });
const mutable = (headers: CarriedRequest['headers']): [string, string][] =>
  headers.map(([name, value]) => [name, value]);
const sealResponse = (response: HttpResponse, method = 'GET'): CarriedResponse =>
  sealOutcome({ kind: 'response', response }, method);

describe('the envelope', () => {
  it('gives every request back as it was, from what Fetch takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        methods,
        fc.webUrl({ withQueryParameters: true, validSchemes: ['http', 'https'] }),
        fields,
        content,
        async (method, targetUri, some, text) => {
          const sent = { method, targetUri, fields: some, content: text };
          const { url, method: carriedMethod, headers, body } = seal(sent);
          const real = new Request(url, { method: carriedMethod, headers: mutable(headers), body });
          expect(new URL(real.url).hostname).toMatch(/\.example$/);
          expect(
            openRequest(real.headers.get('lab-envelope') ?? '', await real.text()).request,
          ).toEqual(sent);
        },
      ),
    );
  });

  it('gives every response back as it was, from what Fetch takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 999 }),
        fields,
        content,
        fc.constantFrom('GET', 'HEAD', 'POST'),
        async (status, some, text, method) => {
          const sent = { status, fields: some, content: text };
          const carried = sealResponse(sent, method);
          const real = new Response(carried.body, {
            status: carried.status,
            headers: mutable(carried.headers),
          });
          expect(openOutcome(real.headers.get('lab-envelope') ?? '', await real.text())).toEqual({
            kind: 'response',
            response: sent,
          });
        },
      ),
    );
  });

  it.each([100, 103, 204, 205, 301, 303, 304, 308, 600])('carries status %i as 200', (status) => {
    expect(sealResponse({ status, fields: [], content: '' }).status).toBe(200);
  });

  it.each([200, 201, 401, 404, 500, 503])('shows status %i as it is', (status) => {
    expect(sealResponse({ status, fields: [], content: '' }).status).toBe(status);
  });

  it('shows no cookie, nothing of framing and nothing for MSW in the real headers', () => {
    const shown = (carried: { headers: readonly (readonly [string, string])[] }): string[] =>
      carried.headers.map(([name]) => name).filter((name) => name !== 'lab-envelope');
    const some: Field[] = [
      ['Set-Cookie', 'a=1'],
      ['Cookie', 'a=1'],
      ['Content-Length', '3'],
      ['Accept', 'msw/passthrough'],
      ['x-msw-intention', 'passthrough'],
      ['Lab-Envelope', '{}'],
      ['lab-delivery', '1'],
      ['X-Shown', 'yes'],
      ['X-Hidden', '빵'],
    ];
    expect(shown(sealResponse({ status: 200, fields: some, content: '' }))).toEqual(['x-shown']);
    expect(shown(seal({ ...request, fields: some }))).toEqual(['x-shown']);
  });

  it.each<[string, Partial<HttpRequest>]>([
    ['a method that is no token', { method: 'GET /' }],
    ['a relative target', { targetUri: '/cart' }],
    ['another scheme', { targetUri: 'ftp://shop.example/' }],
    ['a fragment', { targetUri: 'https://shop.example/#cart' }],
    ['a field name that is no token', { fields: [['a b', 'c']] }],
    ['a field value of two lines', { fields: [['a', 'b\r\nSet-Cookie: c=d']] }],
  ])('refuses %s', (_, wrong) => {
    expect(() => seal({ ...request, ...wrong })).toThrow(EnvelopeError);
  });

  it.each<[string, (members: Record<string, unknown>) => unknown]>([
    ['another version', (members) => ({ ...members, version: 2 })],
    ['an unknown member', (members) => ({ ...members, more: 1 })],
    ['a missing member', ({ fields: _, ...members }) => members],
    ['a field that is no pair', (members) => ({ ...members, fields: [['a']] })],
    ['a field value that is no text', (members) => ({ ...members, fields: [['a', 1]] })],
    [
      'a connection with more than we know',
      (members) => ({ ...members, connection: { ...connection, user: 'alice' } }),
    ],
    ['a list', (members) => [members]],
    ['null', () => null],
  ])('refuses to open %s', (_, change) => {
    const members = JSON.parse(envelopeOf(seal(request))) as Record<string, unknown>;
    expect(() => openRequest(JSON.stringify(change(members)), '')).toThrow(EnvelopeError);
  });

  it.each([
    '',
    'x',
    '{',
    '{"version":1}',
    '{"version":1,"failure":{"code":"hot","message":""}}',
    '{"version":1,"status":200.5,"fields":[]}',
  ])('refuses to open the outcome %j', (text) => {
    expect(() => openOutcome(text, '')).toThrow(EnvelopeError);
  });
});

describe('the address by which a request travels', () => {
  it.each([
    ['https://shop.example/a?b', 'https://shop.example/a?b'],
    ['http://shop.example/', 'https://shop.example/'],
    ['https://shop.example:8443/', 'https://shop-example-8443.elsewhere.example/'],
    ['http://localhost:5173/a', 'https://localhost-5173.elsewhere.example/a'],
    ['https://[2001:db8::1]/', 'https://2001-db8-1.elsewhere.example/'],
    ['https://www.example.com/', 'https://www-example-com.elsewhere.example/'],
    ['https://example/', 'https://example.elsewhere.example/'],
    ['https://user:word@shop.example/', 'https://shop.example/'],
  ])('of %s is %s', (target, url) => {
    expect(mappedUrl(target)).toBe(url);
  });
});
