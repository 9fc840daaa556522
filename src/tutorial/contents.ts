import type { ProseLanguage } from './chapters.ts';

/** Slug of a chapter to its steps' slugs and titles. */
export type Contents = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The titles of all steps, without any chapter being loaded. */
export async function loadContents(language: ProseLanguage): Promise<Contents> {
  const module =
    language === 'ko' ? await import('virtual:contents/ko') : await import('virtual:contents/en');
  return module.default;
}
