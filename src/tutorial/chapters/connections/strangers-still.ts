import type { Exchange } from '../../../lab/exchange.ts';
import { pathOf, shopPages, traced } from '../../observations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopWired, openWiredShop } from './wired.ts';

const settings = { httpVersion: '2', keepAliveTimeoutSeconds: 600 } as const;

/** The same connection is not the same guest; another connection is not another one. */
export const strangersStill: Step = {
  slug: 'strangers-still',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) => isShopWired(lab, settings) && lab.network === 'home',
  prepare: (lab) => openWiredShop(lab, settings),
  questions: [
    {
      slug: 'same-connection',
      when: 'before',
      answers: [
        { slug: 'known', right: false },
        { slug: 'stranger', right: true },
        { slug: 'known-until-closed', right: false },
      ],
    },
    {
      slug: 'what-knows-her',
      when: 'after',
      answers: [
        { slug: 'address', right: false },
        { slug: 'in-the-request', right: true },
        { slug: 'connection', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'same-line',
      pointsAt: 'page',
      reached: (evidence) => forgottenOnOneLine(evidence),
    },
    {
      slug: 'remember',
      pointsAt: 'remember',
      reached: (evidence) => shopPages(evidence).some(filledInto),
    },
    {
      slug: 'other-line',
      pointsAt: 'network',
      reached: (evidence) => knownOnAnotherLine(evidence),
    },
  ],
  wrongTurns: [
    {
      slug: 'same-line-again',
      taken: (evidence) => {
        const filled = shopPages(evidence).findLast(filledInto);
        return (
          filled !== undefined &&
          shopPages(evidence).some(
            (one) =>
              one.sequence > filled.sequence &&
              one.cause !== 'redirect' &&
              pathOf(one) === '/cart' &&
              isOnLineOf(one, filled),
          )
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('same-connection', 'stranger');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.act('remember', (lab) => lab.changeSettings({ remember: 'session' }));
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.act('network', (lab) => lab.joinNetwork('mobile'));
    await hands.visit('/cart');
    await hands.pointAt('waterfall');
    await hands.answer('what-knows-her', 'in-the-request');
  },
  sources: [
    httpSpec('3.3'),
    { label: 'RFC 9112 §9.3', href: 'https://www.rfc-editor.org/rfc/rfc9112.html#section-9.3' },
  ],
};

function isOnLineOf(one: Exchange, other: Exchange): boolean {
  const line = one.timing?.connectionId;
  return line !== undefined && line === other.timing?.connectionId;
}

/** A bread was put into a cart and let go of, and the next request on that very connection found none. */
function forgottenOnOneLine(evidence: Evidence): boolean {
  const pages = shopPages(evidence);
  return pages.some(
    (added) =>
      traced(added, 'nothing-remembered') &&
      pages.some(
        (one) =>
          one.sequence > added.sequence &&
          pathOf(one) === '/cart' &&
          traced(one, 'nothing-recalled') &&
          isOnLineOf(one, added),
      ),
  );
}

/** A bread was put into a cart that is kept in a row of the table. */
function filledInto({ sessionChanges }: Exchange): boolean {
  return sessionChanges.some(
    ({ change, record }) => change !== 'touched' && Object.keys(record.data.cart).length > 0,
  );
}

function knownOnAnotherLine(evidence: Evidence): boolean {
  const pages = shopPages(evidence);
  return pages.some(
    (filled) =>
      filledInto(filled) &&
      pages.some(
        (one) =>
          one.sequence > filled.sequence &&
          traced(one, 'session-found') &&
          one.timing?.reused === false &&
          !isOnLineOf(one, filled),
      ),
  );
}
