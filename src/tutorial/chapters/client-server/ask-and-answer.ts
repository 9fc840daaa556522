import { pathOf, shopPages } from '../../observations.ts';
import { isSet, settingsWith } from '../../preparations.ts';
import { httpSpec, mdn } from '../../sources.ts';
import type { Step } from '../../step.ts';

/** A page is asked for, and comes: one message each way. */
export const askAndAnswer: Step = {
  slug: 'ask-and-answer',
  open: ['browser', 'wire'],
  accepts: (lab) => isSet(lab, { remember: 'nothing' }) && lab.exchanges.length === 0,
  prepare: async (lab) => {
    lab.changeSettings(settingsWith({ remember: 'nothing' }));
  },
  questions: [
    {
      slug: 'who-began',
      when: 'after',
      answers: [
        { slug: 'browser', right: true },
        { slug: 'server', right: false },
        { slug: 'either', right: false },
      ],
    },
    {
      slug: 'where-is-the-page',
      when: 'after',
      answers: [
        { slug: 'first-line', right: false },
        { slug: 'headers', right: false },
        { slug: 'content', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'open',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some((one) => pathOf(one) === '/' && one.response?.status === 200),
    },
    {
      slug: 'one-bread',
      pointsAt: 'page',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) => pathOf(one).startsWith('/products/') && one.response?.status === 200,
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'no-such-server',
      taken: ({ exchanges }) => exchanges.at(-1)?.failure === 'name-not-resolved',
    },
  ],
  showMe: async (hands) => {
    await hands.visit('/');
    await hands.pointAt('message');
    await hands.visit('/products/salt-bread');
    await hands.pointAt('message');
    await hands.answer('who-began', 'browser');
    await hands.answer('where-is-the-page', 'content');
  },
  sources: [httpSpec('3.1'), httpSpec('3.4'), mdn('HTTP/Guides/Messages')],
};
