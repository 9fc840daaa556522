import { describe, expect, test } from 'vitest';
import type { CaseDraft } from '../../../../src/lab/cookie-case/case-draft.ts';
import { told } from './case-of.ts';

type Row = readonly [
  paste: string,
  draft: Partial<CaseDraft>,
  fates: string,
  cookieField: string | null,
  /** What helps, the smallest first. */
  helps: readonly string[],
];

const cross = {
  pageUrl: 'https://www.my-shop.com/',
  requestUrl: 'https://api.payments.io/session',
} as const;
const included = { ...cross, credentials: 'include' } as const;
const onSite = { requestUrl: 'https://www.my-shop.com/account', requestBy: 'link' } as const;
const framed = { ...cross, requestBy: 'frame' } as const;
const under = (setter: string, request: string) =>
  ({
    settingUrl: setter,
    settingBy: 'address',
    requestUrl: request,
    requestBy: 'address',
  }) as const;

const table: Readonly<Record<string, readonly Row[]>> = {
  'one site': [
    ['a=1', onSite, 'sent', 'a=1', []],
    ['a=1; Secure; HttpOnly; SameSite=Strict; Path=/', onSite, 'sent', 'a=1', []],
    ['a=1; SameSite=Strict', { ...onSite, requestBy: 'post-form' }, 'sent', 'a=1', []],
    ['a=1; SameSite=Strict', { ...onSite, requestBy: 'fetch' }, 'sent', 'a=1', []],
    ['a=1; SameSite=Strict', { ...onSite, requestBy: 'frame' }, 'sent', 'a=1', []],
    ['a=1', { ...onSite, requestBy: 'image' }, 'sent', 'a=1', []],
    ['a=1', { ...onSite, requestBy: 'get-form' }, 'sent', 'a=1', []],
    [
      'a=1',
      { ...onSite, requestBy: 'fetch', credentials: 'omit' },
      'rejected: credentials-omitted',
      null,
      ['include-credentials'],
    ],
    ['a=1', { requestUrl: 'http://localhost:3000/me', requestBy: 'fetch' }, 'sent', 'a=1', []],
    ['a=1; Secure', { requestUrl: 'http://localhost:3000/', requestBy: 'link' }, 'sent', 'a=1', []],
    ['a=1; Secure', { requestUrl: 'http://127.0.0.1/', requestBy: 'link' }, 'sent', 'a=1', []],
    ['a=1; Secure', { requestUrl: 'http://[::1]:8080/', requestBy: 'link' }, 'sent', 'a=1', []],
    [
      'a=1; Domain=192.168.0.12',
      { requestUrl: '192.168.0.12', requestBy: 'link' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Domain=localhost',
      { requestUrl: 'localhost:3000', requestBy: 'link' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Secure',
      { requestUrl: 'http://192.168.0.12:3000/', requestBy: 'link' },
      'rejected: secure-from-insecure-origin',
      null,
      ['use-tls', 'remove-secure'],
    ],
    [
      'a=1; SameSite=None',
      onSite,
      'rejected: same-site-none-without-secure',
      null,
      ['add-secure', 'same-site-lax'],
    ],
  ],
  scope: [
    ['a=1; Domain=my-shop.com', onSite, 'sent', 'a=1', []],
    ['a=1; Domain=.my-shop.com', onSite, 'sent', 'a=1', []],
    ['a=1; Domain=com', onSite, 'rejected: domain-public-suffix', null, ['remove-domain']],
    [
      'a=1; Domain=co.kr',
      { requestUrl: 'https://www.my-shop.co.kr/', requestBy: 'link' },
      'rejected: domain-public-suffix',
      null,
      ['remove-domain'],
    ],
    [
      'a=1; Domain=github.io',
      { requestUrl: 'https://alice.github.io/', requestBy: 'link' },
      'rejected: domain-public-suffix',
      null,
      ['remove-domain'],
    ],
    [
      'a=1; Domain=vercel.app',
      { requestUrl: 'https://vercel.app/', requestBy: 'link' },
      'sent',
      'a=1',
      [],
    ],
    ['a=1; Domain=other.com', onSite, 'rejected: domain-mismatch', null, ['remove-domain']],
    ['a=1; Domain=api.my-shop.com', onSite, 'rejected: domain-mismatch', null, ['remove-domain']],
    ['a=1; Path=/admin', onSite, 'withheld: path', null, ['path-root']],
    ['a=1; Path=/account', onSite, 'sent', 'a=1', []],
    ['a=1; Path=/acc', onSite, 'withheld: path', null, ['path-root']],
    ['a=1; Path=account', { ...onSite, settingUrl: '' }, 'sent', 'a=1', []],
    [
      'a=1',
      under('https://www.my-shop.com/auth/login', 'https://www.my-shop.com/cart'),
      'withheld: path',
      null,
      ['path-root'],
    ],
    [
      'a=1; Path=/',
      under('https://my-shop.com/', 'https://www.my-shop.com/'),
      'withheld: host-only',
      null,
      ['widen-domain', 'ask-the-setter'],
    ],
    [
      'a=1; Path=/; Domain=my-shop.com',
      under('https://my-shop.com/', 'https://api.www.my-shop.com/'),
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Path=/',
      under('https://www.my-shop.com/', 'https://api.my-shop.com/'),
      'withheld: domain',
      null,
      ['widen-domain', 'ask-the-setter'],
    ],
    [
      'a=1; Path=/',
      under('https://a.github.io/', 'https://b.github.io/'),
      'withheld: domain',
      null,
      ['ask-the-setter'],
    ],
    [
      'a=1; Path=/',
      under('https://one.com/', 'https://other.org/'),
      'withheld: domain',
      null,
      ['ask-the-setter'],
    ],
    [
      'a=1; Path=/; Secure',
      under('https://www.my-shop.com/', 'http://www.my-shop.com/'),
      'withheld: secure',
      null,
      ['use-tls', 'remove-secure'],
    ],
    [
      'a=1; Path=/',
      under('http://localhost:3000/', 'http://127.0.0.1:3000/'),
      'withheld: domain',
      null,
      ['ask-the-setter'],
    ],
    ['a=1; Path=/', under('http://localhost:3000/', 'http://localhost:8080/'), 'sent', 'a=1', []],
  ],
  'two sites': [
    [
      'a=1',
      cross,
      'rejected: credentials-omitted',
      null,
      [
        'include-credentials + same-site-none + add-secure',
        'proxy',
        'include-credentials + same-site-host',
      ],
    ],
    [
      'a=1',
      included,
      'rejected: same-site-cross-site',
      null,
      ['same-site-none + add-secure', 'proxy', 'same-site-host'],
    ],
    ['a=1; Secure; SameSite=None', included, 'sent', 'a=1', []],
    [
      'a=1; Secure; SameSite=None',
      { ...included, thirdPartyCookies: 'blocked' },
      'rejected: third-party-blocked',
      null,
      ['add-partitioned', 'proxy', 'same-site-host', 'allow-third-party'],
    ],
    [
      'a=1; Secure; SameSite=None; Partitioned',
      { ...included, thirdPartyCookies: 'blocked' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; SameSite=None; Partitioned',
      included,
      'rejected: same-site-none-without-secure',
      null,
      [
        'add-secure',
        'same-site-lax + remove-partitioned + proxy',
        'same-site-lax + remove-partitioned + same-site-host',
      ],
    ],
    [
      'a=1; Secure; SameSite=None',
      { ...included, thirdPartyCookies: 'partitioned' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Secure; SameSite=None',
      { ...framed, settingBy: 'address', thirdPartyCookies: 'partitioned' },
      'withheld: partition',
      null,
      ['set-in-place', 'same-site-host', 'allow-third-party'],
    ],
    ['a=1; Secure; SameSite=None', framed, 'sent', 'a=1', []],
    [
      'a=1; Secure',
      framed,
      'rejected: same-site-cross-site',
      null,
      ['same-site-none', 'same-site-host'],
    ],
    [
      'a=1; Secure',
      { ...framed, settingBy: 'address' },
      'withheld: same-site-unspecified',
      null,
      ['same-site-none', 'same-site-host'],
    ],
    [
      'a=1; Secure; SameSite=Lax',
      { ...cross, requestBy: 'image', settingBy: 'address' },
      'withheld: same-site-lax',
      null,
      ['same-site-none', 'same-site-host'],
    ],
    ['a=1; SameSite=Lax', { ...cross, requestBy: 'link', settingBy: 'address' }, 'sent', 'a=1', []],
    [
      'a=1; SameSite=Lax',
      { ...cross, requestBy: 'get-form', settingBy: 'address' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Secure; SameSite=Lax',
      { ...cross, requestBy: 'post-form', settingBy: 'address' },
      'withheld: same-site-lax',
      null,
      ['same-site-none'],
    ],
    [
      'a=1',
      { ...cross, requestBy: 'post-form', settingBy: 'address', secondsBetween: 0 },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Secure',
      { ...cross, requestBy: 'post-form', settingBy: 'address', secondsBetween: 300 },
      'withheld: same-site-unspecified',
      null,
      ['same-site-none'],
    ],
    [
      'a=1; Secure; SameSite=Strict',
      { ...cross, requestBy: 'link', settingBy: 'address' },
      'withheld: same-site-strict',
      null,
      ['same-site-lax', 'same-site-none'],
    ],
    [
      'a=1; SameSite=Strict',
      { ...cross, requestBy: 'address', settingBy: 'address' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; SameSite=Strict',
      { ...cross, requestBy: 'address', settingBy: 'post-form' },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; SameSite=Lax',
      {
        pageUrl: 'http://www.my-shop.com/',
        requestUrl: 'http://api.my-shop.com/',
        credentials: 'include',
      },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; SameSite=Lax; Secure',
      {
        pageUrl: 'http://www.my-shop.com/',
        requestUrl: 'https://api.my-shop.com/',
        credentials: 'include',
      },
      'rejected: same-site-cross-site',
      null,
      ['same-site-none', 'use-tls', 'proxy + remove-secure', 'same-site-host + remove-secure'],
    ],
    [
      'a=1',
      {
        pageUrl: 'https://www.my-shop.com/',
        requestUrl: 'http://api.my-shop.com/',
        credentials: 'include',
      },
      'never-set',
      null,
      ['use-tls'],
    ],
    [
      'a=1',
      {
        pageUrl: 'https://www.my-shop.com/',
        requestUrl: 'http://www.my-shop.com/a.png',
        requestBy: 'image',
      },
      'sent',
      'a=1',
      [],
    ],
    [
      'a=1; Secure; SameSite=Lax',
      {
        embedderUrl: 'https://www.my-shop.com/',
        pageUrl: 'https://widget.chat.io/',
        requestUrl: 'https://widget.chat.io/api',
      },
      'rejected: same-site-cross-site',
      null,
      ['same-site-none', 'same-site-host'],
    ],
    [
      'a=1; SameSite=Lax',
      {
        pageUrl: 'https://a.vercel.app/',
        requestUrl: 'https://b.vercel.app/',
        credentials: 'include',
      },
      'rejected: same-site-cross-site',
      null,
      ['same-site-none + add-secure', 'proxy', 'own-domain'],
    ],
    [
      'a=1',
      {
        pageUrl: 'http://127.0.0.1:5173/',
        requestUrl: 'http://localhost:8080/',
        credentials: 'include',
      },
      'rejected: same-site-cross-site',
      null,
      ['one-host-name', 'same-site-none + add-secure', 'proxy'],
    ],
  ],
  'what a name promises': [
    ['__Host-a=1; Path=/; Secure', onSite, 'sent', '__Host-a=1', []],
    ['__Host-a=1; Path=/', onSite, 'rejected: host-prefix', null, ['add-secure', 'drop-prefix']],
    ['__Host-a=1; Secure', onSite, 'rejected: host-prefix', null, ['path-root', 'drop-prefix']],
    [
      '__Host-a=1',
      onSite,
      'rejected: host-prefix',
      null,
      ['add-secure + path-root', 'drop-prefix'],
    ],
    ['__Secure-a=1', onSite, 'rejected: secure-prefix', null, ['add-secure', 'drop-prefix']],
    [
      '__Host-a=1; Path=/; Secure; Domain=my-shop.com',
      onSite,
      'rejected: host-prefix',
      null,
      ['remove-domain', 'drop-prefix'],
    ],
    ['__Http-a=1; Secure', onSite, 'rejected: http-prefix', null, ['add-http-only', 'drop-prefix']],
    [
      '__Host-a=1; Path=/; Secure',
      { requestUrl: 'http://192.168.0.12/', requestBy: 'link' },
      'rejected: secure-from-insecure-origin',
      null,
      ['use-tls', 'remove-secure + drop-prefix'],
    ],
  ],
  'how it ends': [
    ['a=1; Max-Age=600', onSite, 'sent', 'a=1', []],
    ['a=1; Max-Age=60', onSite, 'withheld: expired', null, ['max-age', 'session-cookie']],
    [
      'a=1; Max-Age=3600',
      { ...onSite, secondsBetween: 86_400 },
      'withheld: expired',
      null,
      ['max-age', 'session-cookie'],
    ],
    ['a=1; Expires=Mon, 30 Nov 2026 13:00:00 GMT', onSite, 'sent', 'a=1', []],
    [
      'a=1; Expires=Mon, 30 Nov 2026 04:00:00 GMT',
      onSite,
      'born-expired: nothing-to-delete',
      null,
      ['max-age', 'session-cookie'],
    ],
    [
      'a=1; Expires=Mon Nov 30 2026 21:30:00 GMT+0900 (Korean Standard Time)',
      onSite,
      'sent',
      'a=1',
      ['expires-in-utc'],
    ],
    [
      'a=1; Expires=Mon, 30 Nov 2026 08:00:00 EST',
      onSite,
      'born-expired: nothing-to-delete',
      null,
      ['expires-in-utc'],
    ],
    ['a=; Max-Age=0', onSite, 'nothing-deleted: nothing-to-delete', null, []],
    ['a=1; Path=/\na=; Path=/; Max-Age=0', onSite, 'overwritten: stored, deleted', null, []],
    [
      'a=1; Path=/account\na=; Path=/; Max-Age=0',
      onSite,
      'sent, nothing-deleted: nothing-to-delete',
      'a=1',
      ['match-scope'],
    ],
    [
      'a=1; Path=/; Domain=my-shop.com\na=x; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      onSite,
      'sent, nothing-deleted: nothing-to-delete',
      'a=1',
      ['match-scope'],
    ],
    [
      '__Host-a=1; Path=/; Secure\n__Host-a=; Path=/; Max-Age=0',
      onSite,
      'sent, rejected: host-prefix',
      '__Host-a=1',
      ['add-secure', 'drop-prefix'],
    ],
  ],
  'several, and strange ones': [
    ['a=1\nb=2', onSite, 'sent, sent', 'a=1; b=2', []],
    ['a=1; Path=/\na=2; Path=/', onSite, 'overwritten: stored, sent', 'a=2', []],
    ['a=1; Path=/\na=2; Path=/account', onSite, 'sent, sent', 'a=2; a=1', ['match-scope']],
    ['a=1\nb=2; Path=/x', onSite, 'sent, withheld: path', 'a=1', ['path-root']],
    [
      'a=1; SameSite=None\nb=2; SameSite=None',
      onSite,
      'rejected: same-site-none-without-secure, rejected: same-site-none-without-secure',
      null,
      ['add-secure', 'same-site-lax'],
    ],
    [`a=${'x'.repeat(4095)}`, onSite, 'sent', `a=${'x'.repeat(4095)}`, []],
    [`a=${'x'.repeat(4096)}`, onSite, 'rejected: too-large', null, ['keep-on-server']],
    ['a=1\u0007', onSite, 'rejected: control-character', null, ['strip-control-characters']],
    ['=a=1', onSite, 'rejected: nameless-with-equals-sign', null, []],
    ['=', onSite, 'rejected: empty', null, []],
    [
      'a=1; Secure; SameSite=No',
      included,
      'rejected: same-site-cross-site',
      null,
      ['same-site-none', 'proxy', 'same-site-host'],
    ],
    ['a=한글', onSite, 'sent', 'a=한글', []],
  ],
};

for (const [group, rows] of Object.entries(table))
  describe(group, () => {
    const named = rows.map((row) => [row[0].slice(0, 60), row] as const);
    test.each(named)('%s', async (_, [paste, draft, fates, cookieField, helps]) => {
      const outcome = await told({ paste, ...draft });
      expect(outcome.fates.join(', ')).toBe(fates);
      expect(outcome.answer.cookieField).toBe(cookieField);
      expect(outcome.codes).toEqual(helps);
    });
  });

test('there are as many of them as promised', () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(60);
});

test('an answer that script may not read brings and takes cookies all the same', async () => {
  const { answer } = await told({
    paste: [
      'HTTP/2 200',
      'access-control-allow-origin: *',
      'set-cookie: a=1; Secure; SameSite=None',
    ].join('\n'),
    ...included,
  });
  expect(answer.cookieField).toBe('a=1');
  expect(answer.request).toMatchObject({
    made: true,
    unreadable: { code: 'allow-origin-wildcard-with-credentials' },
  });
});

test('more cookies than a browser keeps push each other out', async () => {
  const paste = Array.from({ length: 190 }, (_, index) => `n${String(index)}=1`).join('\n');
  const { answer } = await told({ paste, ...onSite });
  expect(answer.cookies.filter(({ fate }) => fate === 'evicted').length).toBeGreaterThan(9);
});

test('a cookie of another site than the request’s is explained, however many there are', async () => {
  const paste = Array.from({ length: 40 }, (_, index) => `n${String(index)}=1; Path=/`).join('\n');
  const { fates } = await told({ paste, ...under('https://one.com/', 'https://other.org/') });
  expect(new Set(fates)).toEqual(new Set(['withheld: domain']));
  expect(fates).toHaveLength(40);
});
