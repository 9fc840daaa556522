import type { Exchange } from '../../../lab/exchange.ts';
import { sentKey, shopPages } from '../../observations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsKey, keptBack, newestKey, prepareKey, signInByHand } from './alices-key.ts';

const plain = 'http://shop.example/';

/** One link without TLS, and the key is on the air; with Secure it stays at home. */
export const secure: Step = {
  slug: 'secure',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsKey(lab, { secure: false }),
  prepare: (lab) => prepareKey(lab, { secure: false }),
  questions: [
    {
      slug: 'one-old-link',
      when: 'before',
      answers: [
        { slug: 'goes', right: true },
        { slug: 'stays', right: false },
        { slug: 'warned', right: false },
      ],
    },
    {
      slug: 'set-without-tls',
      when: 'after',
      answers: [
        { slug: 'stored', right: false },
        { slug: 'stored-without', right: false },
        { slug: 'refused', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'in-the-clear',
      pointsAt: 'address-bar',
      reached: (evidence) => withoutTls(evidence).some((one) => sentKey(one) !== undefined),
    },
    {
      slug: 'stays-home',
      pointsAt: 'cookie-attributes',
      reached: (evidence) => withoutTls(evidence).some((one) => keptBack(one, 'secure')),
    },
  ],
  wrongTurns: [
    {
      slug: 'old-cookie',
      taken: (evidence) => {
        const newest = withoutTls(evidence).at(-1);
        return (
          newest !== undefined &&
          sentKey(newest) !== undefined &&
          evidence.lab.settings.cookie.secure &&
          newestKey(evidence)?.secureOnly !== true
        );
      },
    },
    {
      slug: 'signed-in-without-tls',
      taken: ({ exchanges }) =>
        exchanges.some((one) =>
          one.setCookies.some(({ code }) => code === 'secure-from-insecure-origin'),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('one-old-link', 'goes');
    await hands.visit(plain);
    await hands.pointAt('message');
    await hands.act('cookie-attributes', (lab) => lab.changeCookieAttributes({ secure: true }));
    await signInByHand(hands);
    await hands.visit(plain);
    await hands.pointAt('message');
    await hands.answer('set-without-tls', 'refused');
  },
  sources: [
    cookieSpec('5.8.3'),
    cookieSpec('8.3'),
    mdn('HTTP/Reference/Headers/Strict-Transport-Security'),
  ],
};

function withoutTls(evidence: Evidence): readonly Exchange[] {
  return shopPages(evidence).filter(({ request }) => request.targetUri.startsWith('http:'));
}
