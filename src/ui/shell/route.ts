import type { Language } from './language.ts';
import { isLanguage } from './language.ts';

/** Where the reader is: a document of the site, and the step named by the fragment. */
export type Route =
  | { readonly name: 'first-page'; readonly language: Language }
  | {
      readonly name: 'lab';
      readonly language: Language;
      /** What the address says after its `#`, with it; may hold a lab. */
      readonly fragment?: string;
    }
  | {
      readonly name: 'jwt-workbench';
      readonly language: Language;
      /** What the address says after its `#`, with it; may hold a token. */
      readonly fragment: string;
    }
  | {
      readonly name: 'cookie-case';
      readonly language: Language;
      /** What the address says after its `#`, with it; may hold a case. */
      readonly fragment: string;
    }
  /** The map of all chapters, or of the short way through them. */
  | { readonly name: 'learn'; readonly language: Language; readonly way: 'whole' | 'short' }
  | {
      readonly name: 'glossary';
      readonly language: Language;
      /** Slug of the term; `null`: all of them. */
      readonly term: string | null;
    }
  | {
      readonly name: 'about';
      readonly language: Language;
      /** Slug of the section; `null`: from the beginning. */
      readonly section: string | null;
    }
  | {
      readonly name: 'interview';
      readonly language: Language;
      /** Slug of the question; `null`: all of them. */
      readonly question: string | null;
    }
  | {
      readonly name: 'tickets';
      readonly language: Language;
      /** Slug of the ticket; `null`: all of them. */
      readonly ticket: string | null;
    }
  | {
      readonly name: 'chapter';
      readonly language: Language;
      readonly chapter: string;
      readonly step: string | null;
      /** On the short way: what comes next is its next step. */
      readonly short?: boolean;
    }
  | { readonly name: 'unknown'; readonly language: Language | null };

/** Before a step's slug: the step as part of the short way. */
const SHORT = 'short:';

/** Reads a path below the site's root, such as `ko/cookies/`, and a fragment such as `#add-bread`. */
export function parseRoute(path: string, fragment: string): Route {
  const [language, place, ...rest] = path
    .split('/')
    .filter((part) => part !== '' && part !== 'index.html');
  if (!isLanguage(language)) return { name: 'unknown', language: null };
  if (place === 'tools' && rest.join('/') === 'jwt')
    return { name: 'jwt-workbench', language, fragment };
  if (place === 'tools' && rest.join('/') === 'cookie')
    return { name: 'cookie-case', language, fragment };
  if (rest.length > 0) return { name: 'unknown', language };
  if (place === undefined) return { name: 'first-page', language };
  if (place === 'lab') return { name: 'lab', language, ...(fragment !== '' && { fragment }) };
  const part = fragment.replace(/^#/, '') || null;
  if (place === 'interview') return { name: 'interview', language, question: part };
  if (place === 'tickets') return { name: 'tickets', language, ticket: part };
  if (place === 'about') return { name: 'about', language, section: part };
  if (place === 'glossary') return { name: 'glossary', language, term: part };
  if (place === 'learn')
    return { name: 'learn', language, way: part === 'short' ? 'short' : 'whole' };
  const short = part?.startsWith(SHORT) === true;
  const step = short ? part.slice(SHORT.length) : part;
  return { name: 'chapter', language, chapter: place, step, ...(short && { short }) };
}

/** The path below the site's root, fragment included, of a route. */
export function routePath(route: Route): string {
  switch (route.name) {
    case 'first-page':
      return `${route.language}/`;
    case 'lab':
      return `${route.language}/lab/${route.fragment ?? ''}`;
    case 'jwt-workbench':
      return `${route.language}/tools/jwt/${route.fragment}`;
    case 'cookie-case':
      return `${route.language}/tools/cookie/${route.fragment}`;
    case 'interview':
      return `${route.language}/interview/${route.question === null ? '' : `#${route.question}`}`;
    case 'chapter':
      return `${route.language}/${route.chapter}/${stepFragment(route.step, route.short === true)}`;
    case 'tickets':
      return `${route.language}/tickets/${route.ticket === null ? '' : `#${route.ticket}`}`;
    case 'about':
      return `${route.language}/about/${route.section === null ? '' : `#${route.section}`}`;
    case 'glossary':
      return `${route.language}/glossary/${route.term === null ? '' : `#${route.term}`}`;
    case 'learn':
      return `${route.language}/learn/${route.way === 'short' ? '#short' : ''}`;
    case 'unknown':
      return route.language === null ? '' : `${route.language}/`;
  }
}

function stepFragment(step: string | null, short: boolean): string {
  return step === null ? '' : `#${short ? SHORT : ''}${step}`;
}
