import { describe, expect, test } from 'vitest';
import { ticketList } from '../../../../src/lab/tickets/ticket-list.ts';
import { tickets } from '../../../../src/lab/tickets/tickets.ts';
import { testLab } from '../test-lab.ts';
import { fixes } from './fixes.ts';
import { failures, isOfScript } from './judge.ts';

test('every ticket has its fixes: two right ones at least, and a wrong one', () => {
  expect(Object.keys(fixes).toSorted()).toEqual(tickets.map(({ slug }) => slug).toSorted());
  for (const { right, wrong } of Object.values(fixes)) {
    expect(Object.keys(right).length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(1);
  }
});

test('the list has every ticket, in three grades, the easiest first', () => {
  expect(ticketList.map(({ slug }) => slug)).toEqual(tickets.map(({ slug }) => slug));
  const grades = ticketList.map(({ grade }) => grade);
  expect(grades).toEqual(grades.toSorted());
  expect(new Set(grades)).toEqual(new Set([1, 2, 3]));
});

/** Those in which script has a part are played where there is a sandbox for it: `tests/components/script`. */
const withoutScript = tickets.filter(({ needsScript = false }) => !needsScript);

describe.each(withoutScript)('$slug', (ticket) => {
  const { wrong = {} } = fixes[ticket.slug] ?? {};

  test('the complaint stands before anything is mended', async () => {
    const failed = await failures(ticket, {}, testLab);
    expect(failed).toEqual([expect.stringMatching(/^complaint: /)]);
  });

  test.each(Object.entries(wrong))('is not mended by: %s', async (_, fix) => {
    expect(await failures(ticket, fix, testLab, { upTo: fix.failsAt })).toContainEqual(
      expect.stringMatching(new RegExp(`^${fix.failsAt}: `)),
    );
  });
});

const rightFixes = tickets.flatMap((ticket) =>
  Object.entries(fixes[ticket.slug]?.right ?? {})
    .filter(([, fix]) => !isOfScript(ticket, fix))
    .map(([name, fix]) => ({ slug: ticket.slug, name, ticket, fix })),
);

// Of a ticket in which script has a part, here only what else may break.
test.each(rightFixes)('$slug is mended by: $name', async ({ ticket, fix }) => {
  expect(await failures(ticket, fix, testLab)).toEqual([]);
});
