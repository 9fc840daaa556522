import { events } from '../../observations.ts';
import { mdn } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isQuiet, openQuietShop } from './loads.ts';

const million = 1_000_000;

/** A look-up by key hardly notices how many rows there are. */
export const millionRows: Step = {
  slug: 'million-rows',
  open: ['wire'],
  accepts: isQuiet,
  prepare: (lab) => openQuietShop(lab, {}),
  questions: [
    {
      slug: 'how-long',
      when: 'before',
      answers: [
        { slug: 'a-second', right: false },
        { slug: 'a-millisecond', right: false },
        { slug: 'a-microsecond', right: true },
      ],
    },
    {
      slug: 'what-costs',
      when: 'after',
      answers: [
        { slug: 'searching', right: false },
        { slug: 'the-way', right: true },
        { slug: 'nothing', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'measure',
      pointsAt: 'load',
      reached: ({ entries }) =>
        events(entries, 'look-ups-measured').some(({ times }) =>
          times.some(({ rows }) => rows >= million),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-long', 'a-microsecond');
    await hands.act('load', (lab) => lab.loads.measureLookUps());
    await hands.answer('what-costs', 'the-way');
  },
  sources: [
    { label: 'ECMA-262: Map objects', href: 'https://tc39.es/ecma262/#sec-map-objects' },
    mdn('JavaScript/Reference/Global_Objects/Map'),
  ],
};
