import { expect, test } from 'vitest';
import { API, SHOP, plain, scriptOfPage } from './fetching.ts';

const origin = ['Access-Control-Allow-Origin', SHOP] as const;
const star = ['Access-Control-Allow-Origin', '*'] as const;
const credentials = ['Access-Control-Allow-Credentials', 'true'] as const;

/** As measured in Chromium 156. */
test.each([
  ['same-origin', [origin], null],
  ['same-origin', [star], null],
  ['include', [origin, credentials], null],
  ['omit', [star], null],
  ['same-origin', [], 'allow-origin-missing'],
  ['same-origin', [['Access-Control-Allow-Origin', 'null']], 'allow-origin-other'],
  ['same-origin', [['Access-Control-Allow-Origin', `${SHOP}/`]], 'allow-origin-other'],
  ['same-origin', [['Access-Control-Allow-Origin', 'http://shop.example']], 'allow-origin-other'],
  ['same-origin', [origin, origin], 'allow-origin-several'],
  [
    'same-origin',
    [['Access-Control-Allow-Origin', `${SHOP}, https://a.example`]],
    'allow-origin-several',
  ],
  ['include', [star, credentials], 'allow-origin-wildcard-with-credentials'],
  ['include', [origin], 'allow-credentials-missing'],
  ['include', [origin, ['Access-Control-Allow-Credentials', 'True']], 'allow-credentials-missing'],
] as const)('credentials %s, answered %j: %s', async (mode, fields, code) => {
  const { fetch, refusals, eventsOf } = await scriptOfPage({ [`${API}/`]: plain(fields) });
  const result = await fetch(`${API}/`, { credentials: mode });
  if (code === null) {
    expect(result).toMatchObject({ ok: true, value: { type: 'cors', status: 200 } });
    expect(refusals()).toEqual([]);
    return;
  }
  const rule = { document: 'Fetch', section: '4.10' };
  const exchangeId = eventsOf('request-sent').at(-1)?.exchangeId;
  expect(result).toMatchObject({ ok: false, code, exception: 'TypeError' });
  expect(refusals()).toMatchObject([
    { api: 'fetch', code, rule, exchangeId, values: { url: `${API}/`, origin: SHOP } },
  ]);
});

test('a sandboxed document asks as null, and only that or an asterisk answers it', async () => {
  const answers = {
    [`${SHOP}/`]: plain([['Content-Type', 'text/html']]),
    [`${API}/null`]: plain([['Access-Control-Allow-Origin', 'null']]),
    [`${API}/shop`]: plain([origin]),
  };
  const page = {
    status: 200,
    content: `<iframe sandbox=allow-scripts src=/inner></iframe>`,
    fields: [['Content-Type', 'text/html']] as const,
  };
  const { browser, eventsOf } = await scriptOfPage({ ...answers, [`${SHOP}/`]: page });
  const documentId = eventsOf('frame-shown')[0]?.documentId ?? '';
  const inner = browser.scriptAccess(documentId);
  expect(await inner?.fetch(`${API}/null`)).toMatchObject({ ok: true });
  expect(await inner?.fetch(`${API}/shop`)).toMatchObject({ code: 'allow-origin-other' });
  expect(await inner?.fetch(`${SHOP}/own`)).toMatchObject({ code: 'allow-origin-missing' });
});
