import { events, traced } from '../../observations.ts';
import { alice } from '../../preparations.ts';
import { owaspCheatSheet, xssCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isSceneSet, product, setScene, type Scene } from './alices-visit.ts';
import { stepInto } from './moves.ts';
import { buyer } from './scripts.ts';
import { alices, ordersByScript } from './seen.ts';

const scene: Scene = { settings: { protection: { escapeReviews: false } }, reviews: [buyer] };

/** The server that escapes delivers no script; the policy has the browser run none. */
export const escapeAndPolicy: Step = {
  slug: 'escape-and-policy',
  open: ['browser', 'wire'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'where',
      when: 'before',
      answers: [
        { slug: 'both-server', right: false },
        { slug: 'server-and-browser', right: true },
        { slug: 'both-browser', right: false },
      ],
    },
    {
      slug: 'which-first',
      when: 'after',
      answers: [
        { slug: 'filter', right: false },
        { slug: 'policy', right: false },
        { slug: 'escape', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'blocked',
      pointsAt: 'protection',
      reached: (evidence) => blocked(evidence),
    },
    {
      slug: 'escaped',
      pointsAt: 'protection',
      reached: (evidence) => alices(evidence).some((one) => traced(one, 'reviews-escaped')),
    },
  ],
  wrongTurns: [
    {
      slug: 'hole-open',
      taken: (evidence) => !blocked(evidence) && ordersByScript(evidence).length > 0,
    },
    {
      slug: 'nothing-to-block',
      taken: (evidence) => {
        const { contentSecurityPolicy, escapeReviews } = evidence.lab.settings.protection;
        const isShown = alices(evidence).some((one) => traced(one, 'reviews-escaped'));
        return !blocked(evidence) && isShown && contentSecurityPolicy && escapeReviews;
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('where', 'server-and-browser');
    await hands.act('protection', (lab) => lab.changeProtection({ contentSecurityPolicy: true }));
    await stepInto(hands, product, 'script-blocked');
    await hands.pointAt('console');
    await hands.act('protection', (lab) =>
      lab.changeProtection({ contentSecurityPolicy: false, escapeReviews: true }),
    );
    await hands.visit(product);
    await hands.pointAt('message');
    await hands.answer('which-first', 'escape');
  },
  sources: [
    xssCheatSheet,
    owaspCheatSheet('Content Security Policy', 'Content_Security_Policy'),
    { label: 'CSP Level 3', href: 'https://www.w3.org/TR/CSP3/' },
  ],
};

/** The browser ran no script that stood in a page, because the page’s own policy forbids it. */
function blocked({ entries }: Evidence): boolean {
  return events(entries, 'script-blocked').some(
    ({ browserId, code, source }) =>
      browserId === alice && code === 'blocked-by-policy' && source === 'page',
  );
}
