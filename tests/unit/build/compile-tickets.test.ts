import { expect, test } from 'vitest';
import { compileTickets } from '../../../build/compile-tickets.ts';

const head = '# Tickets\n\n> One sentence.\n\nOpening.\n\n## It does not work {#broken}\n\n';
const parts = {
  report: 'It does not.',
  hints: '1. Look.\n2. Look there.\n3. It is this.',
  cause: 'This.',
  fixes: 'That.',
  wrong: 'Those.',
};
const ticket = (change: Partial<typeof parts> = {}) =>
  head +
  Object.entries({ ...parts, ...change })
    .map(([name, text]) => `### ${name}\n\n${text}\n`)
    .join('\n');

test('a ticket has a report, three hints, and what is told when it is solved', () => {
  const { tickets } = compileTickets(ticket(), 'en.md');
  expect(tickets['broken']).toMatchObject({ title: 'It does not work' });
  expect(tickets['broken']?.hints).toHaveLength(3);
});

test.each([
  ['a list that is not numbered', ticket({ hints: '- Look.\n- There.\n- This.' }), /One list/],
  ['two hints', ticket({ hints: '1. Look.\n2. There.' }), /3 hints/],
  ['a part that is missing', ticket().replace('### wrong\n\nThose.\n', ''), /parts are/],
  ['a slug twice', `${ticket()}\n${ticket().slice(ticket().indexOf('## '))}`, /already there/],
])('%s is refused', (_, markdown, problem) => {
  expect(() => compileTickets(markdown, 'en.md')).toThrow(problem);
});
