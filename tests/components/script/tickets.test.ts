import { describe, expect, test } from 'vitest';
import { tickets } from '../../../src/lab/tickets/tickets.ts';
import { fixes } from '../../unit/lab/tickets/fixes.ts';
import { failures, isOfScript } from '../../unit/lab/tickets/judge.ts';
import { labWithScript } from './lab-with-script.ts';

/** In a real sandbox: tickets in which script has a part, and fixes that lead to a shop of script. */
const withScript = tickets.filter(({ needsScript = false }) => needsScript);

describe.each(withScript)('$slug', { timeout: 120_000 }, (ticket) => {
  const { wrong = {} } = fixes[ticket.slug] ?? {};

  test('the complaint stands before anything is mended', async () => {
    const failed = await failures(ticket, {}, labWithScript);
    expect(failed).toEqual([expect.stringMatching(/^complaint: /)]);
  });

  test.each(Object.entries(wrong))('is not mended by: %s', async (_, fix) => {
    expect(await failures(ticket, fix, labWithScript, { upTo: fix.failsAt })).toContainEqual(
      expect.stringMatching(new RegExp(`^${fix.failsAt}: `)),
    );
  });
});

const rightFixes = tickets.flatMap((ticket) =>
  Object.entries(fixes[ticket.slug]?.right ?? {})
    .map(([name, fix]) => ({
      slug: ticket.slug,
      name,
      ticket,
      fix,
      whole: isOfScript(ticket, fix),
    }))
    .filter(({ whole }) => whole || ticket.needsScript === true),
);

// What needs no script is seen in `tests/unit/lab/tickets`, in less time.
test.each(rightFixes)('$slug is mended by: $name', { timeout: 120_000 }, async (one) => {
  const { ticket, fix, whole } = one;
  const only = ({ needsScript = false }) => whole || needsScript;
  expect(await failures(ticket, fix, labWithScript, { only })).toEqual([]);
});
