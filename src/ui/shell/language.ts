import { overwriteGetLocale } from '../../messages/compiled/runtime.js';

export const languages = ['en', 'ko'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text);
}

/** The first language that the reader's browser asks for and that we have; English otherwise. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** Keeps the reader's choice for the visits that begin at the site's root, whose document reads it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem('remember-me:language', language);
  } catch {
    // Storage is blocked: the browser's languages decide next time.
  }
}

/** Makes the catalogue and the document speak a language. */
export function speak(language: Language): void {
  overwriteGetLocale(() => language);
  document.documentElement.lang = language;
}
