import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpRequest } from '../../../src/http/message.ts';
import { fetchCall } from '../../../src/ui/wire/fetch-call.ts';

function request(change: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    targetUri: 'https://shop.example/cart',
    fields: [],
    content: '',
    ...change,
  };
}

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** What the code hands to `fetch`, and nothing else that it might do. */
async function callOf(code: string): Promise<Call> {
  const calls: Call[] = [];
  const run = new Function('fetch', `return (async () => { ${code} })();`) as (
    fetch: (url: string, init: RequestInit) => void,
  ) => Promise<void>;
  await run((url, init) => calls.push({ url, init }));
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
}

test.each<[string, Partial<HttpRequest>, RequestInit]>([
  ['a GET without cookies', {}, { method: 'GET', credentials: 'omit' }],
  [
    'cookies go by the credentials mode, not by the header',
    { fields: [['Cookie', 'sid=1']] },
    { method: 'GET', credentials: 'include' },
  ],
  [
    'headers of its own, one of them twice',
    {
      fields: [
        ['Host', 'shop.example'],
        ['X-One', 'a'],
        ['X-One', 'b'],
        ['Sec-Fetch-Site', 'none'],
      ],
    },
    {
      method: 'GET',
      headers: [
        ['X-One', 'a'],
        ['X-One', 'b'],
      ],
      credentials: 'omit',
    },
  ],
  [
    'a form, and the page that it stands in',
    {
      method: 'POST',
      content: 'a=1',
      fields: [
        ['Referer', 'https://shop.example/login'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
    },
    {
      method: 'POST',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      referrer: 'https://shop.example/login',
      body: 'a=1',
      credentials: 'omit',
    },
  ],
  ['a GET may have no content', { content: 'x' }, { method: 'GET', credentials: 'omit' }],
])('%s', async (_what, change, init) => {
  const call = await callOf(fetchCall(request(change)));
  expect(call).toEqual({ url: 'https://shop.example/cart', init });
  expect(new Request(call.url, { ...call.init, credentials: 'omit' }).method).toBe(init.method);
});

test('whatever the values are, they stay values', async () => {
  const value = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(value, value, value, async (name, held, content) => {
      const fields = [[`X-${name}`, held]] as const;
      const { init } = await callOf(fetchCall(request({ method: 'POST', fields, content })));
      expect(init.headers).toEqual([[`X-${name}`, held]]);
      expect(init.body ?? '').toBe(content);
    }),
  );
});
