import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import { sentKey, traced } from '../../observations.ts';
import { alice } from '../../preparations.ts';
import { cookieSpec, csrfCheatSheet, httpSpec } from '../../sources.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import type { Step } from '../../step.ts';
import { evil, isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { addBreadByHand, signInAsAlice, stepInto } from './moves.ts';
import { alices, forgedFrom, isOf, ordersOfAlice, sentFrom } from './seen.ts';

const scene: Scene = { settings: { cookie: { sameSite: 'none' } }, bread: true };

/** Alice's browser brings the key along, whoever has it ask: unless the cookie says from where. */
export const forgedForm: Step = {
  slug: 'forged-form',
  open: ['browser', 'wire'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'what-it-needs',
      when: 'before',
      answers: [
        { slug: 'the-address', right: true },
        { slug: 'the-key', right: false },
        { slug: 'a-click', right: false },
      ],
    },
    {
      slug: 'why-get',
      when: 'after',
      answers: [
        { slug: 'bug', right: false },
        { slug: 'safe-method', right: true },
        { slug: 'no-origin', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'sent-itself',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        ordersOfAlice(evidence).some((one) => isOf(alice)(one) && sentFrom(one) === evil),
    },
    {
      slug: 'lax',
      pointsAt: 'cookie-attributes',
      reached: (evidence) => forgedFrom(evidence, evil).some(isKeptBack),
    },
    {
      slug: 'by-get',
      pointsAt: 'protection',
      reached: (evidence) =>
        ordersOfAlice(evidence).some(
          (one) => one.request.method === 'GET' && keySent(one)?.sameSite === 'lax',
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'old-cookie',
      taken: (evidence) => {
        const newest = forgedFrom(evidence, evil).at(-1);
        return (
          evidence.lab.settings.cookie.sameSite !== 'none' &&
          newest !== undefined &&
          keySent(newest)?.sameSite === 'none' &&
          traced(newest, 'cart-empty')
        );
      },
    },
    {
      slug: 'no-bread',
      taken: (evidence) => {
        const newest = alices(evidence).findLast(
          (one) => traced(one, 'cart-empty') || traced(one, 'order-written'),
        );
        return (
          newest !== undefined &&
          traced(newest, 'cart-empty') &&
          evidence.lab.settings.protection.changeByGet
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-it-needs', 'the-address');
    await stepInto(hands, `${evil}/form`, 'order-written');
    await hands.pointAt('message');
    await hands.act('cookie-attributes', (lab) => lab.changeCookieAttributes({ sameSite: 'lax' }));
    await signInAsAlice(hands);
    await stepInto(hands, `${evil}/form`, 'sign-in-required');
    await hands.pointAt('message');
    await hands.act('protection', (lab) => lab.changeProtection({ changeByGet: true }));
    await hands.visit('/');
    await addBreadByHand(hands);
    await stepInto(hands, `${evil}/lead`, 'order-written');
    await hands.pointAt('message');
    await hands.answer('why-get', 'safe-method');
  },
  sources: [cookieSpec('8.8'), csrfCheatSheet, httpSpec('9.2.1')],
};

function isKeptBack({ cookies }: Exchange): boolean {
  return cookies.withheld.some(
    ({ code, cookie }) =>
      isSessionCookie(cookie.name) && (code === 'same-site-lax' || code === 'same-site-strict'),
  );
}

function keySent(exchange: Exchange) {
  if (sentKey(exchange) === undefined) return undefined;
  return exchange.cookies.sent.find(({ cookie }) => isSessionCookie(cookie.name))?.cookie;
}
