import { isSameOrigin, isSameSite } from '../../../http/origin.ts';
import { homeUrl } from '../../../lab/world.svelte.ts';
import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopOpen, openPlainShop } from './nobody-remembers.ts';

/** Which addresses belong together: by two measures, a strict one and a wide one. */
export const originAndSite: Step = {
  slug: 'origin-and-site',
  open: ['browser', 'wire'],
  accepts: isShopOpen,
  prepare: openPlainShop,
  questions: [
    {
      slug: 'the-api',
      when: 'before',
      answers: [
        { slug: 'site-only', right: true },
        { slug: 'both', right: false },
        { slug: 'neither', right: false },
      ],
    },
    {
      slug: 'without-tls',
      when: 'before',
      answers: [
        { slug: 'same-origin', right: false },
        { slug: 'same-site', right: false },
        { slug: 'strangers', right: true },
      ],
    },
    {
      slug: 'other-port',
      when: 'after',
      answers: [
        { slug: 'same-origin', right: false },
        { slug: 'same-site', right: true },
        { slug: 'strangers', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'same-site',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        visited(evidence).some((url) => isSameSite(url, homeUrl) && !isSameOrigin(url, homeUrl)),
    },
    {
      slug: 'plain-http',
      pointsAt: 'address-bar',
      reached: (evidence) => visited(evidence).some((url) => url.startsWith('http://shop.example')),
    },
    {
      slug: 'another-site',
      pointsAt: 'address-bar',
      reached: (evidence) => visited(evidence).some((url) => hostsOfOthers.has(new URL(url).host)),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('the-api', 'site-only');
    await hands.answer('without-tls', 'strangers');
    await hands.visit('https://api.shop.example/me');
    await hands.pointAt('address-bar');
    await hands.visit('http://shop.example/');
    await hands.pointAt('address-bar');
    await hands.visit('https://news.example/');
    await hands.pointAt('address-bar');
    await hands.answer('other-port', 'same-site');
  },
  sources: [
    { label: 'RFC 6454 §4', href: 'https://www.rfc-editor.org/rfc/rfc6454.html#section-4' },
    {
      label: 'HTML: same site',
      href: 'https://html.spec.whatwg.org/multipage/browsers.html#same-site',
    },
    mdn('Security/Same-origin_policy'),
    { label: 'MDN: Site', href: 'https://developer.mozilla.org/docs/Glossary/Site' },
  ],
};

const hostsOfOthers: ReadonlySet<string> = new Set(['news.example', 'ads.example']);

/** Addresses at which something answered, whatever it was. */
function visited({ exchanges }: Evidence): readonly string[] {
  return exchanges
    .filter((one) => one.kind === 'navigation' && one.response !== null)
    .map((one) => one.request.targetUri);
}
