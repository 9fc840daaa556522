import type { ProseLanguage } from '../chapters.ts';
import type { Glossary } from '../glossary/glossary.ts';

/** What the site says about itself, compiled at build from `about/<lang>.md`; built like the glossary. */
export type About = Glossary;

const modules = import.meta.glob<About>('./*.md', { import: 'default' });

/** The whole text; nothing is downloaded before. */
export async function loadAbout(language: ProseLanguage): Promise<About> {
  const words = modules[`./${language}.md`];
  if (!words) throw new Error(`the site says nothing about itself in ${language}`);
  return words();
}
