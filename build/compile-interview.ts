import type { InterviewProse, QuestionWords } from '../src/tutorial/interview/interview-prose.ts';
import type { Prose } from '../src/tutorial/prose.ts';
import { description, readTitled } from './compile-prose.ts';
import { phrasesOf, ProseError } from './prose-blocks.ts';
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
 * Compiles the interview's Markdown. Each question is `## Question? {#slug}` with the parts `sentence`,
 * `minute`, `deep`, `points` (a list), `wrong` and `follow-up` (headings with a text under each).
 *
 * @throws {ProseError} for anything that has no place there, and for what is missing
 */
export function compileInterview(markdown: string, file: string): InterviewProse {
  const { title, quote, text, sections } = readTitled(markdown, file);
  const questions: Record<string, QuestionWords> = {};
  for (const section of sections) {
    const { title: question, slug } = titleAndSlug(section.heading, file);
    addOnce(questions, slug, wordsOf(question, section, file), section.heading, file);
  }
  return {
    title: headingText(title, file),
    description: description(quote.children, file),
    opening: filledProse(text, title, file),
    questions,
  };
}

const PARTS = ['sentence', 'minute', 'deep', 'points', 'wrong', 'follow-up'] as const;

function wordsOf(question: string, section: Section, file: string): QuestionWords {
  const names = section.sections.map(({ heading }) => headingText(heading, file));
  if (names.join() !== PARTS.join())
    throw new ProseError(file, section.heading, `A question's parts are ${PARTS.join(', ')}.`);
  const [sentence, minute, deep, points, wrong, followUp] = section.sections as readonly [
    Section,
    Section,
    Section,
    Section,
    Section,
    Section,
  ];
  return {
    question,
    sentence: leafProse(sentence, file),
    minute: leafProse(minute, file),
    deep: leafProse(deep, file),
    points: itemsOf(points, 'list', file),
    wrong: pairsOf(wrong, file).map(([claim, reply]) => ({ claim, reply })),
    followUps: pairsOf(followUp, file).map(([ask, answer]) => ({ ask, answer })),
  };
}

/** Headings with what stands under each; two at least. */
function pairsOf(section: Section, file: string): readonly (readonly [Prose, Prose])[] {
  if (section.text.length > 0 || section.sections.length < 2)
    throw new ProseError(file, section.heading, 'Two headings at least, with a text under each.');
  return section.sections.map((below) => [
    phrasesOf(below.heading.children, file),
    leafProse(below, file),
  ]);
}
