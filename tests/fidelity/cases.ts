import type { Scenario, Step } from './scenario.ts';

/** A page that sets those cookies. */
function page(
  by: 'address' | 'link' | 'get-form' | 'post-form',
  url: string,
  ...setCookies: string[]
): Step {
  return { by, page: { url, setCookies, redirects: [], image: null } };
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
  'tabs are white space around a name, a value, an attribute, and forbidden within': [
    page(
      'address',
      'https://shop.example/',
      ...['a=1\t2', 'b\tc=1', 'c=1; Expires=T\tue', 'd=1; a\tb', 'e=1;\tSecure', 'f=1; Secure\t'],
      ...['g=1; Path=/\ta', 'h=1\t; Secure', 'i=\t1', 'j\t=1', '\tk=1\t', 'l=1; Path\t=\t/'],
    ),
    page('link', 'https://shop.example/'),
  ],
};
