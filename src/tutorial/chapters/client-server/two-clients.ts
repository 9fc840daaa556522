import { terminalId } from '../../../lab/computers.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { alice } from '../../preparations.ts';
import { isToShop, shopPages } from '../../observations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopOpen, openPlainShop } from './nobody-remembers.ts';

/** A browser and a program without a window ask for the same, and get the same. */
export const twoClients: Step = {
  slug: 'two-clients',
  open: ['browser', 'wire'],
  accepts: isShopOpen,
  prepare: openPlainShop,
  questions: [
    {
      slug: 'what-comes',
      when: 'before',
      answers: [
        { slug: 'nothing', right: false },
        { slug: 'plain-text', right: false },
        { slug: 'the-same', right: true },
      ],
    },
    {
      slug: 'who-fetched-pictures',
      when: 'after',
      answers: [
        { slug: 'server-sent', right: false },
        { slug: 'browser-asked', right: true },
        { slug: 'curl-forgot', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'by-browser',
      pointsAt: 'page',
      reached: (evidence) => byBrowser(evidence).length > 0,
    },
    {
      slug: 'by-curl',
      pointsAt: 'terminal',
      reached: (evidence) =>
        byCurl(evidence).some((bare) => byBrowser(evidence).some((one) => isSameAnswer(one, bare))),
    },
  ],
  wrongTurns: [
    {
      slug: 'another-address',
      taken: (evidence) => {
        const [bare] = byCurl(evidence).slice(-1);
        return bare !== undefined && !byBrowser(evidence).some((one) => isSameAnswer(one, bare));
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-comes', 'the-same');
    await hands.visit('/');
    await hands.pointAt('message');
    await hands.act('terminal', (lab) => lab.ask('https://shop.example/'));
    await hands.pointAt('message');
    await hands.answer('who-fetched-pictures', 'browser-asked');
  },
  sources: [httpSpec('3.5'), { label: 'curl manual', href: 'https://curl.se/docs/manpage.html' }],
};

function byBrowser(evidence: Evidence): readonly Exchange[] {
  return shopPages(evidence).filter((one) => one.browserId === alice);
}

function byCurl({ exchanges }: Evidence): readonly Exchange[] {
  return exchanges.filter(
    (one) => one.browserId === terminalId && one.response !== null && isToShop(one),
  );
}

function isSameAnswer(one: Exchange, other: Exchange): boolean {
  return (
    one.request.targetUri === other.request.targetUri &&
    one.response?.status === other.response?.status &&
    one.response?.content === other.response?.content
  );
}
