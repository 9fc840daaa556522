import type { CookieStoreSetting } from '../../src/browser/cookie-store-item.ts';
import type { PageTarget, Resource, Scenario, Step, Target } from './scenario.ts';

/** A page that sets those cookies. */
function page(
  by: 'address' | 'link' | 'get-form' | 'post-form',
  url: string,
  ...setCookies: string[]
): Step {
  const page = { url, setCookies, redirects: [], embeds: null };
  return by === 'address' ? { by, page } : { by, depth: 0, into: 'itself', page };
}

function target(url: string, ...setCookies: string[]) {
  return { url, setCookies, redirects: [] };
}

/** A page with a frame, whose document sets those cookies. */
function framed(url: string, inner: string, ...setCookies: string[]): PageTarget {
  const page = { ...target(inner, ...setCookies), embeds: null };
  return { ...target(url), embeds: { as: 'frame', sandbox: null, page } };
}

function embedding(as: Resource, embedded: Target): Step {
  const embeds = { as, target: embedded };
  return { by: 'address', page: { ...target('https://shop.example/'), embeds } };
}

function framing(url: string, inner: string, ...setCookies: string[]): Step {
  return { by: 'address', page: framed(url, inner, ...setCookies) };
}

function stored(setting: CookieStoreSetting): Step {
  return { by: 'script', depth: 0, call: { api: 'cookieStore.set', setting } };
}

/** So many cookies, whose attributes take turns. */
function crowd(count: number, endings: readonly string[], name = 'n'): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${name}${String(index)}=1${endings[index % endings.length] ?? ''}`,
  );
}

/** What once differed, and what must never. */
export const cases: Readonly<Record<string, Scenario>> = {
  'a cookie comes back': [
    page('address', 'https://shop.example/', 'a=1; Path=/'),
    page('link', 'https://shop.example/a'),
  ],
  'Lax goes with a link from elsewhere, not with a form that is posted': [
    page('address', 'https://shop.example/', 'a=1; SameSite=Lax', 'b=1', 'c=1; SameSite=Strict'),
    page('address', 'https://other.example/'),
    page('link', 'https://shop.example/'),
    page('address', 'https://other.example/'),
    page('post-form', 'https://shop.example/'),
  ],
  'no Referer and no Origin from TLS to this machine without it, nor afterwards': [
    page('address', 'https://shop.example/'),
    page('link', 'http://localhost/'),
    page('address', 'https://shop.example/'),
    {
      by: 'post-form',
      depth: 0,
      into: 'itself',
      page: {
        url: 'https://shop.co.uk/',
        setCookies: [],
        redirects: [{ status: 302, url: 'http://localhost/', setCookies: [] }],
        embeds: null,
      },
    },
  ],
  'tabs are white space around a name, a value, an attribute, and forbidden within': [
    page(
      'address',
      'https://shop.example/',
      ...['a=1\t2', 'b\tc=1', 'c=1; Expires=T\tue', 'd=1; a\tb', 'e=1;\tSecure', 'f=1; Secure\t'],
      ...['g=1; Path=/\ta', 'h=1\t; Secure', 'i=\t1', 'j\t=1', '\tk=1\t', 'l=1; Path\t=\t/'],
    ),
    page('link', 'https://shop.example/'),
  ],
  'what stands after too many digits of Max-Age is not looked at': [
    page(
      'address',
      'https://shop.example/',
      ...['a=1; Max-Age=-99999999999999999999x', 'b=1; Max-Age=99999999999999999999x'],
      ...[
        'c=1; Max-Age=-1x',
        'd=1; Max-Age=9223372036854775807x',
        'e=1; Max-Age=9223372036854775806x',
      ],
      ...['f=1; Max-Age=+99999999999999999999 1', 'g=1; Max-Age=-9223372036854775808x'],
    ),
    page('link', 'https://shop.example/'),
  ],
  'what makes room goes by priority, in rounds, and Secure spares': [
    page('address', 'https://shop.example/', ...crowd(200, ['', '; Secure', '; Priority=Low'])),
    page('link', 'https://shop.example/a'),
  ],
  'high priority goes last, and only beyond its quota': [
    page(
      'address',
      'https://shop.example/',
      ...crowd(120, ['; Priority=High', '; Priority=High; Secure']),
      ...crowd(70, ['; Priority=Medium', '; Priority=Low; Secure', '; Secure'], 'm'),
    ),
    page('link', 'https://shop.example/a'),
  ],
  'a crowd of cookies alike': [
    page('address', 'https://shop.example/', ...crowd(181, [''])),
    page('link', 'https://shop.example/a'),
  ],
  'a crowd in a partition': [
    page('address', 'https://shop.example/', ...crowd(190, ['; Secure; Partitioned'])),
    page('link', 'https://shop.example/a'),
  ],
  'octets in a partition': [
    page(
      'address',
      'https://shop.example/',
      ...crowd(6, [
        `${'x'.repeat(2000)}; Secure; Partitioned`,
        `${'y'.repeat(500)}; Secure; Partitioned`,
      ]),
    ),
    page('link', 'https://shop.example/a'),
  ],
  'digits of a date with something after them are none': [
    page(
      'address',
      'https://shop.example/',
      ...[
        '1 jan 2030 0:0:0x',
        '1 jan 2030 0:0:0\u00a0',
        '1x 1 jan 2030 0:0:0',
        '1 jan 2030x 2031 0:0:0',
        '0:0:0x 0:0:0 1 jan 2030',
        '1:2 1 jan 2030 4:5:6',
        '2030:0:0 1 jan 2030 1:1:1',
        '1 jan 2030 000:00000000000:059',
      ].map((date, index) => `n${String(index)}=1; Expires=${date}`),
    ),
  ],
  'cookieStore writes its path as a URL does': [
    page('address', 'https://shop.example/a/b'),
    ...['', '/a?b', '/한글', '/a/../c', '/^|\\', '/\t\u007f', `/${'é'.repeat(200)}`].map(
      (path, index) => stored({ name: `n${String(index)}`, value: '1', path }),
    ),
    stored({ name: '__Host-a', value: '1', path: '' }),
  ],
  'a trailing dot makes another site': [
    page('address', 'https://shop.example/', 'a=1; Secure; SameSite=None', 'b=1; Secure'),
    framing(
      'https://shop.example./',
      'https://shop.example/',
      'c=1; Secure',
      'd=1; Secure; Partitioned',
    ),
    page('post-form', 'https://shop.example/'),
  ],
  'a page within another site within its own': [
    page(
      'address',
      'https://shop.example/',
      'a=1; Secure; SameSite=Lax',
      'b=1; Secure; Partitioned; SameSite=None',
    ),
    {
      by: 'address',
      page: {
        ...framed('https://shop.example/', 'https://other.example/'),
        embeds: {
          as: 'frame',
          sandbox: null,
          page: framed(
            'https://other.example/',
            'https://shop.example/a',
            ...[
              'c=1; Secure; Partitioned; SameSite=None',
              'd=1; Secure; SameSite=Lax',
              'b=2; Secure; Partitioned; SameSite=None',
            ],
          ),
        },
      },
    },
    {
      by: 'script',
      depth: 2,
      call: { api: 'document.cookie', text: 'e=1; Secure; Partitioned; SameSite=None' },
    },
    page('link', 'https://shop.example/'),
  ],
  'a sandboxed frame has no cookies for its script, and is a stranger': [
    page('address', 'https://shop.example/', 'a=1; SameSite=Lax', 'b=1; Secure; SameSite=None'),
    {
      by: 'address',
      page: {
        ...framed(
          'https://shop.example/',
          'https://shop.example/a',
          'c=1',
          'd=1; Secure; SameSite=None',
        ),
        embeds: {
          as: 'frame',
          sandbox: 'allow-scripts allow-forms',
          page: {
            ...target('https://shop.example/a', 'c=1', 'd=1; Secure; SameSite=None'),
            embeds: null,
          },
        },
      },
    },
    { by: 'script', depth: 1, call: { api: 'document.cookie', text: 'e=1' } },
    { by: 'script', depth: 1, call: { api: 'cookieStore.getAll', name: null } },
  ],
  'a page by TLS asks for its pictures by TLS': [
    embedding('image', target('http://other.example/a', 'a=1; Secure; SameSite=None')),
    embedding('image', target('http://shop.example/b', 'b=1; Secure')),
    embedding('image', {
      ...target('http://shop.example/c', 'c=1; Secure'),
      redirects: [{ ...target('https://shop.example/', 'd=1; Secure'), status: 302 }],
    }),
    embedding('image', {
      ...target('http://localhost/e', 'e=1'),
      redirects: [{ ...target('https://shop.example/', 'f=1'), status: 302 }],
    }),
    page('link', 'https://shop.example/'),
  ],
  'what is the machine itself is no mixed content': [
    embedding('image', target('http://localhost/a', 'a=1')),
    embedding('script', target('http://127.0.0.1/b', 'b=1')),
    page('link', 'http://localhost/'),
  ],
  'a page by TLS asks for no script and no style sheet without': [
    embedding('script', target('http://shop.example/a', 'a=1')),
    embedding('style', target('http://shop.example/b', 'b=1')),
    embedding('script', {
      ...target('http://shop.example/c', 'c=1'),
      redirects: [{ ...target('https://shop.example/', 'd=1'), status: 302 }],
    }),
    page('link', 'https://shop.example/'),
  ],
};
