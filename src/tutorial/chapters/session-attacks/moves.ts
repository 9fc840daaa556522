import type { Lab } from '../../../lab/lab.svelte.ts';
import type { LogEntry } from '../../../lab/log.ts';
import { settled } from '../../../lab/page-user.ts';
import type { TraceCode } from '../../../server/trace-codes.ts';
import { runLine } from '../../console.ts';
import { newestSequence } from '../../evidence.ts';
import { addKey, alice, credentials, keyCookie, mallory, shop } from '../../preparations.ts';
import type { Hands } from '../../step.ts';
import { reviewForm } from './alices-visit.ts';

/** Turns of the thread after which what script has not brought about is not waited for any longer. */
const longestWait = 1000;

export function sitDownAt(hands: Hands, browserId: string): Promise<void> {
  return hands.act('browser-choice', (lab) => lab.showBrowser(browserId));
}

/** Opens a page whose script acts by itself, and waits until that has come about. */
export function stepInto(
  hands: Hands,
  url: string,
  happens: TraceCode | 'script-blocked',
): Promise<void> {
  return hands.act('address-bar', (lab) => letHappen(lab, () => lab.visit(url), happens));
}

/** Mallory writes a review; her own browser is the first to show it, and to run what is in it. */
export async function writeReview(hands: Hands, text: string, happens: TraceCode): Promise<void> {
  await sitDownAt(hands, mallory);
  await hands.act('page', (lab) => letHappen(lab, () => lab.submitForm(reviewForm(text)), happens));
}

/** Mallory puts Alice’s key into her own jar, and opens the account. */
export async function comeAsAlice(hands: Hands): Promise<void> {
  const key = keyCookie(hands.lab)?.value ?? '';
  await sitDownAt(hands, mallory);
  await hands.visit('/');
  await hands.act('cookies', (lab) => addKey(lab, key));
  await hands.visit('/account');
}

/** Alice signs in by the form, whether she is signed in already or not. */
export async function signInAsAlice(hands: Hands): Promise<void> {
  if (hands.lab.browserId !== alice) await sitDownAt(hands, alice);
  await hands.visit('/login');
  await hands.submit('/login', credentials('alice'));
}

export function addBreadByHand(hands: Hands): Promise<void> {
  return hands.submit('/cart', { product: 'salt-bread' });
}

export function runInConsole(hands: Hands, line: string): Promise<void> {
  return hands.act('console', (lab) => runLine(lab, line));
}

async function letHappen(
  lab: Lab,
  action: () => Promise<void>,
  happens: TraceCode | 'script-blocked',
): Promise<void> {
  const from = newestSequence(lab);
  await action();
  const hasHappened = () => lab.log.some((entry) => entry.sequence > from && tells(entry, happens));
  for (let turn = 0; turn < longestWait && !hasHappened(); turn += 1) await nextTurn();
  await settled(lab);
}

function tells({ event }: LogEntry, code: string): boolean {
  return event.type === code || (event.type === 'trace' && event.step.code === code);
}

/** Script runs in a thread of its own, and its messages arrive only between the turns of this one. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export const front = `${shop}/`;
