import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import type { Check, CheckId } from '../../../../src/lab/tickets/check.ts';
import { checksOf, runChecks } from '../../../../src/lab/tickets/run-checks.ts';
import type { Ticket } from '../../../../src/lab/tickets/ticket.ts';
import { defaultShopSettings } from '../../../../src/server/shop/settings.ts';
import type { Fix } from './fixes.ts';

interface JudgeOptions {
  /** The run after which it is known. */
  readonly upTo?: CheckId;
  readonly only?: (check: Check) => boolean;
}

/** The hidden runs that fail once the troubled shop has been mended so. */
export async function failures(
  ticket: Ticket,
  fix: Fix,
  newLab: () => Lab,
  { upTo, only = () => true }: JudgeOptions = {},
): Promise<readonly string[]> {
  const mended = () => {
    const lab = newLab();
    lab.changeSettings(settingsAfter(ticket, fix));
    lab.changeConnections({ ...ticket.connections, ...fix.connections });
    return lab;
  };
  const checks = checksOf(ticket, newLab()).filter(only);
  const failed: string[] = [];
  for await (const { id, finding } of runChecks({ ticket, newLab: mended, checks })) {
    if (!finding.holds) failed.push(`${id}: ${finding.code}`);
    if (id === upTo) break;
  }
  return failed;
}

/** Whether it is a shop of script: then every run has to be made where there is a sandbox for it. */
export function isOfScript(ticket: Ticket, fix: Fix): boolean {
  return settingsAfter(ticket, fix).remember === 'access-refresh';
}

function settingsAfter(ticket: Ticket, { change = (settings) => settings }: Fix) {
  return change(ticket.trouble(defaultShopSettings));
}
