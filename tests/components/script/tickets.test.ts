import { describe, expect, test } from 'vitest';
import { tickets } from '../../../src/lab/tickets/tickets.ts';
import { fixes } from '../../unit/lab/tickets/fixes.ts';
import { failures } from '../../unit/lab/tickets/judge.ts';
import { labWithScript } from './lab-with-script.ts';

/** In a real sandbox: tickets in which script has a part, and fixes that lead to a shop of script. */
const withScript = tickets.filter(({ needsScript = false }) => needsScript);

describe.each(withScript)('$slug', { timeout: 120_000 }, (ticket) => {
  const { right = {}, wrong = {} } = fixes[ticket.slug] ?? {};

  test('the complaint stands before anything is mended', async () => {
    const failed = await failures(ticket, {}, labWithScript);
    expect(failed).toEqual([expect.stringMatching(/^complaint: /)]);
  });

  test.each(Object.entries(right))('is mended by: %s', async (_, fix) => {
    expect(await failures(ticket, fix, labWithScript)).toEqual([]);
  });

  test.each(Object.entries(wrong))('is not mended by: %s', async (_, fix) => {
    expect(await failures(ticket, fix, labWithScript, fix.failsAt)).toContainEqual(
      expect.stringMatching(new RegExp(`^${fix.failsAt}: `)),
    );
  });
});

const others = tickets
  .filter(({ needsScript = false }) => !needsScript)
  .flatMap((ticket) =>
    Object.entries(fixes[ticket.slug]?.right ?? {})
      .filter(([, { needsScript }]) => needsScript === true)
      .map(([name, fix]) => ({ slug: ticket.slug, name, ticket, fix })),
  );

test.each(others)('$slug is mended by: $name', { timeout: 120_000 }, async ({ ticket, fix }) => {
  expect(await failures(ticket, fix, labWithScript)).toEqual([]);
});
