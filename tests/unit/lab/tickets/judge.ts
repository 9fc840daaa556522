import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { runChecks } from '../../../../src/lab/tickets/run-checks.ts';
import type { CheckId } from '../../../../src/lab/tickets/check.ts';
import type { Ticket } from '../../../../src/lab/tickets/ticket.ts';
import { defaultShopSettings } from '../../../../src/server/shop/settings.ts';
import type { Fix } from './fixes.ts';

/** The hidden runs that fail once the troubled shop has been mended so; up to the one that is looked for. */
export async function failures(
  ticket: Ticket,
  { change = (settings) => settings, connections = {} }: Fix,
  newLab: () => Lab,
  upTo: CheckId | null = null,
): Promise<readonly string[]> {
  const settings = change(ticket.trouble(defaultShopSettings));
  const failed: string[] = [];
  const set = () => {
    const lab = newLab();
    lab.changeSettings(settings);
    lab.changeConnections({ ...ticket.connections, ...connections });
    return lab;
  };
  for await (const { id, finding } of runChecks({ ticket, newLab: set })) {
    if (!finding.holds) failed.push(`${id}: ${finding.code}`);
    if (id === upTo) break;
  }
  return failed;
}
