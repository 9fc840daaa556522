import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compileGlossary } from './compile-glossary.ts';
import { compileInterview } from './compile-interview.ts';
import { compileProse } from './compile-prose.ts';
import { compileTickets } from './compile-tickets.ts';
import { linkTerms } from './link-terms.ts';
import { chapterOrder } from '../src/tutorial/chapter-order.ts';
import type { Glossary } from '../src/tutorial/glossary/glossary.ts';
import type { InterviewProse } from '../src/tutorial/interview/interview-prose.ts';
import type { TicketsProse } from '../src/tutorial/tickets/ticket-prose.ts';
import type { ChapterProse } from '../src/tutorial/prose.ts';

/** The languages of the catalogue; the first is the one for readers who ask for none of them. */
export function languagesOf(root: string): readonly string[] {
  const text = readFileSync(join(root, 'src/messages/project.inlang/settings.json'), 'utf8');
  return v.parse(v.object({ locales: v.array(v.string()) }), JSON.parse(text)).locales;
}

/** One area of the message catalogue, as key to text. */
export function messagesOf(
  root: string,
  language: string,
  area: string,
): Readonly<Record<string, string>> {
  const text = readFileSync(join(root, 'src/messages', language, `${area}.json`), 'utf8');
  return v.parse(v.record(v.string(), v.string()), JSON.parse(text));
}

/** Slugs of the chapters that are written, in the order in which they are read: folders with Markdown in the given language. */
export function chapterSlugs(root: string, language: string): readonly string[] {
  const folder = join(root, 'src/tutorial/chapters');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((slug) => readdirSync(join(folder, slug)).includes(`${language}.md`))
    .sort((one, other) => chapterOrder.indexOf(one) - chapterOrder.indexOf(other));
}

export function chapterProse(root: string, slug: string, language: string): ChapterProse {
  const file = `src/tutorial/chapters/${slug}/${language}.md`;
  const prose = compileProse(readFileSync(join(root, file), 'utf8'), file);
  return linkTerms(prose, language === 'ko' ? 'ko' : 'en');
}

export function interviewProse(root: string, language: string): InterviewProse {
  const file = `src/tutorial/interview/${language}.md`;
  return compileInterview(readFileSync(join(root, file), 'utf8'), file);
}

export function ticketsProse(root: string, language: string): TicketsProse {
  const file = `src/tutorial/tickets/${language}.md`;
  return compileTickets(readFileSync(join(root, file), 'utf8'), file);
}

export function aboutOf(root: string, language: string): Glossary {
  const file = `src/tutorial/about/${language}.md`;
  return compileGlossary(readFileSync(join(root, file), 'utf8'), file);
}

export function glossaryOf(root: string, language: string): Glossary {
  const file = `src/tutorial/glossary/${language}.md`;
  return compileGlossary(readFileSync(join(root, file), 'utf8'), file);
}
