import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import type { ChapterProse, Prose, QuestionProse, StepProse } from '../src/tutorial/prose.ts';
import { phrasesOf, type proseOf, ProseError } from './prose-blocks.ts';
import {
  addOnce,
  cutAt,
  filledProse,
  headingText,
  leafProse,
  titleAndSlug,
  type Section,
} from './prose-sections.ts';

/**
 * Compiles a chapter's Markdown to the tree that components render. The shape of a chapter is described
 * in `CONTRIBUTING.md`.
 *
 * @param file the name that errors give as the place
 * @throws {ProseError} for anything that has no place in a chapter, and for what is missing from it
 */
export function compileProse(markdown: string, file: string): ChapterProse {
  const { title, quote, text, sections } = readTitled(markdown, file);
  const steps: Record<string, StepProse> = {};
  let summary: Prose | null = null;
  for (const section of sections) {
    const { title: name, slug } = titleAndSlug(section.heading, file);
    if (summary)
      throw new ProseError(file, section.heading, 'The summary is the end of a chapter.');
    if (slug === 'summary') summary = leafProse(section, file);
    else addOnce(steps, slug, stepOf(name, section, file), section.heading, file);
  }
  if (!summary)
    throw new ProseError(file, title, 'A chapter ends with a summary: ## Title {#summary}');
  return {
    title: headingText(title, file),
    description: description(quote.children, file),
    opening: filledProse(text, title, file),
    steps,
    summary,
  };
}

/** The title, the description under it, the opening, and the sections. */
export function readTitled(markdown: string, file: string) {
  const tree = fromMarkdown(markdown, {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  });
  const [title, quote, ...blocks] = tree.children;
  if (title?.type !== 'heading' || title.depth !== 1) {
    throw new ProseError(file, title ?? null, 'A chapter begins with its title: # Title');
  }
  if (quote?.type !== 'blockquote') {
    throw new ProseError(
      file,
      quote ?? title,
      'Under the title stands the description: > One sentence.',
    );
  }
  return { title, quote, ...cutAt(2, blocks, file) };
}

export function description(blocks: Parameters<typeof proseOf>[0], file: string): string {
  const [paragraph, ...rest] = blocks;
  const words = paragraph?.type === 'paragraph' ? phrasesOf(paragraph.children, file) : [];
  const [sentence] = words;
  if (rest.length > 0 || words.length !== 1 || typeof sentence !== 'string') {
    throw new ProseError(
      file,
      paragraph ?? null,
      'The description is one sentence of plain words.',
    );
  }
  return sentence;
}

function stepOf(title: string, step: Section, file: string): StepProse {
  const goals: Record<string, Prose> = {};
  const questions: Record<string, QuestionProse> = {};
  const wrongTurns: Record<string, Prose> = {};
  const single: Partial<Record<'myth' | 'hint' | 'found', Prose>> = {};
  for (const section of step.sections) {
    const [kind, slug] = kindAndSlug(section, file);
    const at = section.heading;
    if (kind === 'goal' && slug) addOnce(goals, slug, leafProse(section, file), at, file);
    else if (kind === 'wrong' && slug)
      addOnce(wrongTurns, slug, leafProse(section, file), at, file);
    else if (kind === 'question' && slug)
      addOnce(questions, slug, questionOf(section, file), at, file);
    else if ((kind === 'myth' || kind === 'hint' || kind === 'found') && !slug) {
      addOnce(single, kind, leafProse(section, file), at, file);
    } else throw new ProseError(file, at, `A step has no part "${headingText(at, file)}".`);
  }
  const { hint, found, myth = null } = single;
  if (!hint || !found) {
    throw new ProseError(file, step.heading, `The step lacks ### ${hint ? 'found' : 'hint'}.`);
  }
  const body = filledProse(step.text, step.heading, file);
  return { title, body, goals, questions, wrongTurns, hint, found, myth };
}

function kindAndSlug(
  section: Section,
  file: string,
): [kind: string | undefined, slug: string | undefined] {
  const match = /^([a-z]+)(?::\s+([a-z0-9-]+))?$/.exec(headingText(section.heading, file));
  return [match?.[1], match?.[2]];
}

function questionOf(question: Section, file: string): QuestionProse {
  const answers: Record<string, { label: Prose; reply: Prose }> = {};
  for (const section of question.sections) {
    const { slug, label } = answerHeading(section, file);
    addOnce(answers, slug, { label, reply: leafProse(section, file) }, section.heading, file);
  }
  if (Object.keys(answers).length < 2) {
    throw new ProseError(
      file,
      question.heading,
      'A question has two answers at least: #### slug: Label',
    );
  }
  return { ask: filledProse(question.text, question.heading, file), answers };
}

/** Splits `slug: Label`, where the label may hold code or a live value. */
function answerHeading({ heading }: Section, file: string): { slug: string; label: Prose } {
  const [first, ...rest] = phrasesOf(heading.children, file);
  const match = typeof first === 'string' ? /^([a-z0-9-]+):(?:\s+(.*))?$/.exec(first) : null;
  const label = match?.[2] ? [match[2], ...rest] : rest;
  if (!match || label.length === 0) {
    throw new ProseError(file, heading, 'An answer is written #### slug: Label');
  }
  return { slug: match[1] ?? '', label };
}
