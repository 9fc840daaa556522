import type { Scenario, Step } from './scenario.ts';

/** A page that sets those cookies. */
function page(
  by: 'address' | 'link' | 'get-form' | 'post-form',
  url: string,
  ...setCookies: string[]
): Step {
  return { by, page: { url, setCookies, redirects: [], image: null } };
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
      page: {
        url: 'https://shop.co.uk/',
        setCookies: [],
        redirects: [{ status: 302, url: 'http://localhost/', setCookies: [] }],
        image: null,
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
};
