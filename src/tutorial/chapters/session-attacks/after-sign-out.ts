import type { Exchange } from '../../../lab/exchange.ts';
import { pathOf, sent, sentKey, traced } from '../../observations.ts';
import { alice, mallory, shopCookie } from '../../preparations.ts';
import { rfc, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { comeAsAlice, front, signInAsAlice, sitDownAt } from './moves.ts';
import { alices, hasWrongKey, isTakenForAlice, mallorys } from './seen.ts';

const scene: Scene = { settings: {} };

/** Signing out ends the row, and every copy with it; a signed token knows nothing of it. */
export const afterSignOut: Step = {
  slug: 'after-sign-out',
  open: ['browser', 'server'],
  offers: ['matrix'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'which-copy',
      when: 'before',
      answers: [
        { slug: 'both-die', right: false },
        { slug: 'both-live', right: false },
        { slug: 'token-lives', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'copied',
      pointsAt: 'browser-choice',
      reached: ({ exchanges }) => exchanges.some(isTakenForAlice),
    },
    {
      slug: 'copy-dead',
      pointsAt: 'page',
      reached: (evidence) => {
        const out = signedOutAt(evidence, sentKey);
        const copy = mallorys(evidence).findLast(isTakenForAlice);
        return (
          out !== null &&
          copy !== undefined &&
          mallorys(evidence).some(
            (one) =>
              one.sequence > out &&
              sentKey(one) === sentKey(copy) &&
              traced(one, 'session-unknown'),
          )
        );
      },
    },
    {
      slug: 'token-lives',
      pointsAt: 'remember',
      reached: (evidence) => {
        const out = signedOutAt(evidence, (one) => sent(one, 'token'));
        return (
          out !== null && mallorys(evidence).some((one) => one.sequence > out && letInByToken(one))
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'wrong-value',
      taken: (evidence) => hasWrongKey(evidence) && signedOutAt(evidence, sentKey) === null,
    },
    {
      slug: 'not-signed-out',
      taken: (evidence) =>
        signedOutAt(evidence, (one) => sent(one, 'token')) === null &&
        mallorys(evidence).some(letInByToken),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('which-copy', 'token-lives');
    await comeAsAlice(hands);
    await sitDownAt(hands, alice);
    await hands.submit('/logout', {});
    await sitDownAt(hands, mallory);
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.act('remember', (lab) => lab.changeSettings({ remember: 'jwt-cookie' }));
    await signInAsAlice(hands);
    const copy = shopCookie(hands.lab, 'token')?.value ?? '';
    await hands.submit('/logout', {});
    await sitDownAt(hands, mallory);
    await hands.visit(front);
    await hands.act('cookies', (lab) => lab.addCookie('token', copy));
    await hands.visit('/account');
    await hands.pointAt('trace');
  },
  sources: [
    sessionCheatSheet('manual-session-expiration'),
    rfc(7519, '4.1.4'),
    {
      label: 'OWASP JSON Web Token',
      href: 'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html#no-built-in-token-revocation-by-the-user',
    },
  ],
};

/** When Alice signed out last, of a session by such a key. */
function signedOutAt(
  evidence: Evidence,
  keyOfRequest: (one: Exchange) => string | undefined,
): number | null {
  const out = alices(evidence).findLast(
    (one) => pathOf(one).startsWith('/logout') && keyOfRequest(one) !== undefined,
  );
  return out?.sequence ?? null;
}

function letInByToken(one: Exchange): boolean {
  return (
    traced(one, 'token-claims-valid') && pathOf(one) === '/account' && one.response?.status === 200
  );
}
