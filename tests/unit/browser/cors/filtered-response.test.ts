import { expect, test } from 'vitest';
import type { Fields } from '../../../../src/http/message.ts';
import { API, SHOP, openAnswer, openRedirect, plain, scriptOfPage } from './fetching.ts';

const fields: Fields = [
  ['Cache-Control', 'no-store'],
  ['Last-Modified', 'x'],
  ['Set-Cookie', 'c=1'],
  ['Set-Cookie2', 'c=1'],
  ['X-Y', '1'],
  ['X-Z', '2'],
];

async function namesSeen(url: string, more: Fields = [], credentials?: 'include') {
  const { fetch } = await scriptOfPage({ [url]: openAnswer([...fields, ...more]) });
  const result = await fetch(url, credentials === undefined ? {} : { credentials });
  const names = result.ok ? result.value.fields.map(([name]) => name) : [];
  return names.filter((name) => !name.startsWith('Access-Control-'));
}

test('of its own origin script sees all but Set-Cookie', async () => {
  expect(await namesSeen(`${SHOP}/x`)).toEqual([
    'Content-Type',
    'Cache-Control',
    'Last-Modified',
    'X-Y',
    'X-Z',
  ]);
});

const expose = (value: string): Fields => [['Access-Control-Expose-Headers', value]];

test.each([
  [[], undefined, []],
  [expose('x-y'), undefined, ['X-Y']],
  [expose('*'), undefined, ['X-Y', 'X-Z']],
  [expose('*'), 'include', []],
  [expose('X-Z, x-y'), 'include', ['X-Y', 'X-Z']],
  [expose('Set-Cookie, x-z'), undefined, ['X-Z']],
] as const)('of another origin, exposed %j, credentials %s: also %j', async (more, mode, also) => {
  expect(await namesSeen(`${API}/x`, more, mode)).toEqual([
    'Content-Type',
    'Cache-Control',
    'Last-Modified',
    ...also,
  ]);
});

test.each([
  ['no-cors', `${API}/x`, 'opaque', ''],
  ['no-cors', `${SHOP}/to-api`, 'opaque', ''],
  ['no-cors', `${SHOP}/x`, 'basic', `${SHOP}/x`],
  ['cors', `${SHOP}/to-api`, 'cors', `${API}/x`],
  ['same-origin', `${SHOP}/x`, 'basic', `${SHOP}/x`],
] as const)('mode %s, %s: %s, at %s', async (mode, url, type, seenUrl) => {
  const { fetch } = await scriptOfPage({
    [`${API}/x`]: openAnswer(),
    [`${SHOP}/x`]: plain(),
    [`${SHOP}/to-api`]: openRedirect(`${API}/x`),
  });
  const result = await fetch(`${url}#there`, { mode });
  const redirected = type !== 'opaque' && url.endsWith('to-api');
  const nothing = { status: 0, fields: [], content: '' };
  expect(result).toMatchObject({
    ok: true,
    value: {
      type,
      url: seenUrl,
      redirected,
      ...(type === 'opaque' ? nothing : { status: 200, content: 'hi' }),
    },
  });
});

test('a redirect that is not followed shows nothing but that it is one', async () => {
  const { fetch } = await scriptOfPage({ [`${API}/to`]: openRedirect(`${API}/x`) });
  expect(await fetch(`${API}/to`, { redirect: 'manual' })).toEqual({
    ok: true,
    value: {
      type: 'opaqueredirect',
      url: `${API}/to`,
      redirected: false,
      status: 0,
      fields: [],
      content: '',
    },
  });
});
