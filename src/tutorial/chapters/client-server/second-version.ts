import { breadOfTheDay } from '../../../server/shop/pages/second-products-page.ts';
import { events, pathOf, shopPages } from '../../observations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopOpen, openPlainShop } from './nobody-remembers.ts';

/** The server is written anew behind the browser's back; neither has to ask the other. */
export const secondVersion: Step = {
  slug: 'second-version',
  open: ['browser', 'wire'],
  accepts: isShopOpen,
  prepare: openPlainShop,
  questions: [
    {
      slug: 'when-new',
      when: 'before',
      answers: [
        { slug: 'at-once', right: false },
        { slug: 'next-request', right: true },
        { slug: 'browser-update', right: false },
      ],
    },
    {
      slug: 'what-must-stay',
      when: 'after',
      answers: [
        { slug: 'messages', right: true },
        { slug: 'look', right: false },
        { slug: 'language', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'install', pointsAt: 'release', reached: (evidence) => installedAt(evidence) !== null },
    {
      slug: 'see-it',
      pointsAt: 'page',
      reached: (evidence) => {
        const installed = installedAt(evidence);
        return (
          installed !== null &&
          shopPages(evidence).some(
            (one) =>
              one.sequence > installed && one.response?.content.includes(breadOfTheDay) === true,
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'another-page',
      taken: (evidence) => {
        const installed = installedAt(evidence);
        const newest = shopPages(evidence).at(-1);
        return (
          installed !== null &&
          newest !== undefined &&
          newest.sequence > installed &&
          pathOf(newest) !== '/'
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('when-new', 'next-request');
    await hands.act('release', (lab) => lab.changeSettings({ release: 2 }));
    await hands.pointAt('exchanges');
    await hands.act('page', (lab) => lab.reload());
    await hands.answer('what-must-stay', 'messages');
  },
  sources: [httpSpec('3.3'), httpSpec('3.5')],
};

/** Where in the log the second release began to run. */
function installedAt({ lab, entries }: Evidence): number | null {
  const changes = events(entries, 'settings-changed').filter(({ changed }) =>
    changed.includes('release'),
  );
  return lab.settings.release === 2 ? (changes.at(-1)?.sequence ?? null) : null;
}
