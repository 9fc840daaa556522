import type { Glossary } from '../src/tutorial/glossary/glossary.ts';
import { description, readTitled } from './compile-prose.ts';
import { addOnce, filledProse, headingText, leafProse, titleAndSlug } from './prose-sections.ts';

/**
 * Compiles the glossary's Markdown: each term is `## Name {#slug}` with its meaning under it.
 *
 * @throws {ProseError} for anything that has no place there
 */
export function compileGlossary(markdown: string, file: string): Glossary {
  const { title, quote, text, sections } = readTitled(markdown, file);
  const entries: Record<string, Glossary['entries'][string]> = {};
  for (const section of sections) {
    const { title: name, slug } = titleAndSlug(section.heading, file);
    addOnce(entries, slug, { name, meaning: leafProse(section, file) }, section.heading, file);
  }
  return {
    title: headingText(title, file),
    description: description(quote.children, file),
    opening: filledProse(text, title, file),
    entries,
  };
}
