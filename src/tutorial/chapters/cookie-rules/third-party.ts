import type { Exchange } from '../../../lab/exchange.ts';
import { fieldValue } from '../../../http/fields.ts';
import { hostOf, stored, traced } from '../../observations.ts';
import { isAtShop, openShop } from '../../preparations.ts';
import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const newspaper = 'https://news.example/';

/** The ad in the newspaper's page: allowed, blocked, or with a jar for each newspaper. */
export const thirdParty: Step = {
  slug: 'third-party',
  open: ['browser', 'wire'],
  accepts: (lab) =>
    isAtShop(lab) &&
    lab.browserSettings.thirdPartyCookies === 'allowed' &&
    lab.browser.jar.all().length === 1 &&
    lab.browser.jar.all().every(({ domain }) => domain === 'ads.example'),
  prepare: async (lab) => {
    await lab.visit('https://ads.example/');
    await openShop(lab, { remember: 'nothing' });
  },
  questions: [
    {
      slug: 'in-the-frame',
      when: 'before',
      answers: [
        { slug: 'reads-the-page', right: false },
        { slug: 'own-cookie', right: true },
        { slug: 'nothing', right: false },
      ],
    },
    {
      slug: 'what-partition-leaves',
      when: 'after',
      answers: [
        { slug: 'everywhere', right: false },
        { slug: 'this-site', right: true },
        { slug: 'nowhere', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'recognised',
      pointsAt: 'address-bar',
      reached: (evidence) => banners(evidence).some((one) => traced(one, 'ad-id-recognised')),
    },
    {
      slug: 'blocked',
      pointsAt: 'browser-settings',
      reached: (evidence) =>
        banners(evidence).some((one) =>
          one.cookies.withheld.some(({ code }) => code === 'third-party-blocked'),
        ),
    },
    {
      slug: 'partitioned',
      pointsAt: 'browser-settings',
      reached: (evidence) =>
        banners(evidence).some((one) =>
          stored(one).some(({ partitionKey }) => partitionKey !== null),
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'not-reloaded',
      taken: ({ lab, exchanges }) =>
        lab.browserSettings.thirdPartyCookies === 'blocked' &&
        exchanges.length > 0 &&
        exchanges.every((one) =>
          one.cookies.withheld.every(({ code }) => code !== 'third-party-blocked'),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('in-the-frame', 'own-cookie');
    await hands.visit(newspaper);
    await hands.pointAt('page');
    await hands.act('browser-settings', (lab) => lab.changeThirdPartyCookies('blocked'));
    await hands.act('page', (lab) => lab.reload());
    await hands.act('browser-settings', (lab) => lab.changeThirdPartyCookies('partitioned'));
    await hands.act('page', (lab) => lab.reload());
    await hands.pointAt('cookies');
    await hands.answer('what-partition-leaves', 'this-site');
  },
  sources: [
    mdn('Privacy/Guides/Third-party_cookies'),
    mdn('Privacy/Guides/Privacy_sandbox/Partitioned_cookies'),
    {
      label: 'WebKit: Tracking Prevention',
      href: 'https://webkit.org/tracking-prevention-policy/',
    },
  ],
};

/** The ad's own documents, shown within a page of another site. */
function banners({ exchanges }: Evidence): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      one.kind === 'frame' &&
      one.response !== null &&
      hostOf(one) === 'ads.example' &&
      fieldValue(one.request.fields, 'Sec-Fetch-Site') === 'cross-site',
  );
}
