import type { ProseLanguage } from '../chapters.ts';
import type { Prose } from '../prose.ts';

/** One ticket's words, compiled at build from `tickets/<lang>.md`. */
export interface TicketWords {
  /** What the shop's support reports, in a sentence. */
  readonly title: string;
  readonly report: Prose;
  /** Each says more than the one before. */
  readonly hints: readonly Prose[];
  /** For whoever has solved it: what it was, */
  readonly cause: Prose;
  /** what else would have been right, */
  readonly fixes: Prose;
  /** and why what tempts is wrong. */
  readonly wrong: Prose;
}

export interface TicketsProse {
  readonly title: string;
  readonly description: string;
  readonly opening: Prose;
  /** By slug, in the order of the file. */
  readonly tickets: Readonly<Record<string, TicketWords>>;
}

const proseModules = import.meta.glob<TicketsProse>('./*.md', { import: 'default' });

/** The words of all tickets; nothing is downloaded before. */
export async function loadTicketsProse(language: ProseLanguage): Promise<TicketsProse> {
  const words = proseModules[`./${language}.md`];
  if (!words) throw new Error(`there are no tickets in ${language}`);
  return words();
}
