import type { ProseLanguage } from '../chapters.ts';
import type { Prose } from '../prose.ts';

/** What the terms mean, compiled at build from `glossary/<lang>.md`. */
export interface Glossary {
  readonly title: string;
  readonly description: string;
  readonly opening: Prose;
  /** By slug, in the order of the file. */
  readonly entries: Readonly<Record<string, { readonly name: string; readonly meaning: Prose }>>;
}

const modules = import.meta.glob<Glossary>('./*.md', { import: 'default' });

/** The whole glossary; nothing is downloaded before. */
export async function loadGlossary(language: ProseLanguage): Promise<Glossary> {
  const words = modules[`./${language}.md`];
  if (!words) throw new Error(`there is no glossary in ${language}`);
  return words();
}
