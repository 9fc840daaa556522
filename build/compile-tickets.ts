import type { TicketsProse, TicketWords } from '../src/tutorial/tickets/ticket-prose.ts';
import { description, readTitled } from './compile-prose.ts';
import { ProseError } from './prose-blocks.ts';
import {
  addOnce,
  filledProse,
  headingText,
  itemsOf,
  leafProse,
  titleAndSlug,
  type Section,
} from './prose-sections.ts';

/**
 * Compiles the tickets' Markdown. Each ticket is `## What is complained of {#slug}` with the parts `report`, `hints` (a
 * numbered list of three), `cause`, `fixes` and `wrong`.
 *
 * @throws {ProseError} for anything that has no place there, and for what is missing
 */
export function compileTickets(markdown: string, file: string): TicketsProse {
  const { title, quote, text, sections } = readTitled(markdown, file);
  const tickets: Record<string, TicketWords> = {};
  for (const section of sections) {
    const { title: name, slug } = titleAndSlug(section.heading, file);
    addOnce(tickets, slug, wordsOf(name, section, file), section.heading, file);
  }
  return {
    title: headingText(title, file),
    description: description(quote.children, file),
    opening: filledProse(text, title, file),
    tickets,
  };
}

const PARTS = ['report', 'hints', 'cause', 'fixes', 'wrong'] as const;
const HINTS = 3;

function wordsOf(title: string, section: Section, file: string): TicketWords {
  const names = section.sections.map(({ heading }) => headingText(heading, file));
  if (names.join() !== PARTS.join())
    throw new ProseError(file, section.heading, `A ticket's parts are ${PARTS.join(', ')}.`);
  const [report, hints, cause, fixes, wrong] = section.sections as readonly [
    Section,
    Section,
    Section,
    Section,
    Section,
  ];
  const items = itemsOf(hints, 'ordered-list', file);
  if (items.length !== HINTS)
    throw new ProseError(file, hints.heading, `A ticket has ${HINTS} hints.`);
  return {
    title,
    report: leafProse(report, file),
    hints: items,
    cause: leafProse(cause, file),
    fixes: leafProse(fixes, file),
    wrong: leafProse(wrong, file),
  };
}
