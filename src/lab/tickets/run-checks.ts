import type { Lab } from '../lab.svelte.ts';
import { Stage } from '../attacks/stage.ts';
import { defaultShopSettings } from '../../server/shop/settings.ts';
import type { Check, CheckId } from './check.ts';
import type { Finding } from './finding.ts';
import { usualPaces } from './paces/usual-paces.ts';
import type { Ticket } from './ticket.ts';

export interface Checked {
  readonly id: CheckId;
  readonly finding: Finding;
}

export interface RunOptions {
  readonly ticket: Ticket;
  /** Makes a fresh lab whose shop is set as the learner's is, and in which nothing has happened yet. */
  readonly newLab: () => Lab;
  /** The runs to make; without them all that there are. */
  readonly checks?: readonly Check[];
  /** When aborted, nothing more is run after the check under way. */
  readonly signal?: AbortSignal;
}

/** Every hidden run of a ticket that can be played there: its story first. */
export function checksOf(
  ticket: Ticket,
  { canRunScript }: { readonly canRunScript: boolean },
): readonly Check[] {
  const { needsScript = false } = ticket;
  const complaint: Check = { id: 'complaint', needsScript, play: ticket.story };
  const all = [complaint, ...(ticket.alsoHolds ?? []), ...usualPaces];
  return all.filter((check) => canRunScript || check.needsScript !== true);
}

/**
 * Plays the story of whoever complains, and then puts the shop through its paces, each in a lab of its own. Only what
 * happens counts, never which control was turned. While the complaint stands, nothing else is looked at.
 */
export async function* runChecks(options: RunOptions): AsyncGenerator<Checked> {
  const { ticket, newLab, signal, checks = checksOf(ticket, newLab()) } = options;
  for (const check of checks) {
    if (signal?.aborted === true) return;
    const finding = await check.play(new Stage(newLab()));
    yield { id: check.id, finding };
    if (check.id === 'complaint' && !finding.holds) return;
  }
}

/** The shop in its trouble, with the traces of what was complained of. */
export async function playTrouble(trial: Lab, ticket: Ticket): Promise<Lab> {
  trial.changeSettings(ticket.trouble(defaultShopSettings));
  if (ticket.connections !== undefined) trial.changeConnections(ticket.connections);
  await ticket.story(new Stage(trial));
  return trial;
}

/** A fresh lab like this one in its settings alone. */
export function likewiseSet(lab: Lab): Lab {
  const trial = lab.trialLab();
  trial.changeSettings(lab.settings);
  trial.changeConnections(lab.connectionSettings);
  return trial;
}
