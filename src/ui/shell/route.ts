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
  /** Where a recording of one's own browser is opened. */
  | { readonly name: 'recording'; readonly language: Language }
  | {
      readonly name: 'cookie-case';
      readonly language: Language;
      /** What the address says after its `#`, with it; may hold a case. */
      readonly fragment: string;
    }
  /** The map of all chapters, or of the short way through them; or where one puts a lesson together. */
  | {
      readonly name: 'learn';
      readonly language: Language;
      readonly way: 'whole' | 'short' | 'own' | 'compose';
      /** The lesson that somebody has put together, as the address has it. */
      readonly own?: string;
    }
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
      /** In a lesson that somebody has put together, as the address has it: what comes next is its next step. */
      readonly own?: string;
    }
  | { readonly name: 'unknown'; readonly language: Language | null };

/** Before a step's slug: the step as part of the short way. */
const SHORT = 'short:';

/** A lesson of steps that somebody has chosen, and after `@` which of them is gone through. */
const OWN = /^own=([^@]*)(?:@([\w-]+))?$/;
const COMPOSE = /^compose(?:=(.*))?$/;

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
  if (place === 'tools' && rest.join('/') === 'har') return { name: 'recording', language };
  if (rest.length > 0) return { name: 'unknown', language };
  if (place === undefined) return { name: 'first-page', language };
  if (place === 'lab') return { name: 'lab', language, ...(fragment !== '' && { fragment }) };
  const part = fragment.replace(/^#/, '') || null;
  if (place === 'interview') return { name: 'interview', language, question: part };
  if (place === 'tickets') return { name: 'tickets', language, ticket: part };
  if (place === 'about') return { name: 'about', language, section: part };
  if (place === 'glossary') return { name: 'glossary', language, term: part };
  const [, own, ownStep] = OWN.exec(part ?? '') ?? [];
  if (place === 'learn') return learnRoute(language, part ?? '', own);
  if (own !== undefined)
    return { name: 'chapter', language, chapter: place, step: ownStep ?? null, own };
  const short = part?.startsWith(SHORT) === true;
  const step = short ? part.slice(SHORT.length) : part;
  return { name: 'chapter', language, chapter: place, step, ...(short && { short }) };
}

function learnRoute(language: Language, part: string, own: string | undefined): Route {
  if (own !== undefined) return { name: 'learn', language, way: 'own', own };
  const [composing, composed] = COMPOSE.exec(part) ?? [];
  if (composing !== undefined)
    return { name: 'learn', language, way: 'compose', ...(composed && { own: composed }) };
  return { name: 'learn', language, way: part === 'short' ? 'short' : 'whole' };
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
    case 'recording':
      return `${route.language}/tools/har/`;
    case 'interview':
      return `${route.language}/interview/${route.question === null ? '' : `#${route.question}`}`;
    case 'chapter':
      return `${route.language}/${route.chapter}/${stepFragment(route)}`;
    case 'tickets':
      return `${route.language}/tickets/${route.ticket === null ? '' : `#${route.ticket}`}`;
    case 'about':
      return `${route.language}/about/${route.section === null ? '' : `#${route.section}`}`;
    case 'glossary':
      return `${route.language}/glossary/${route.term === null ? '' : `#${route.term}`}`;
    case 'learn':
      return `${route.language}/learn/${learnFragment(route)}`;
    case 'unknown':
      return route.language === null ? '' : `${route.language}/`;
  }
}

function learnFragment({ way, own }: Extract<Route, { name: 'learn' }>): string {
  if (way === 'whole') return '';
  if (way === 'short') return '#short';
  return `#${way}${own === undefined ? '' : `=${own}`}`;
}

function stepFragment({ step, short, own }: Extract<Route, { name: 'chapter' }>): string {
  if (own !== undefined) return `#own=${own}${step === null ? '' : `@${step}`}`;
  return step === null ? '' : `#${short === true ? SHORT : ''}${step}`;
}
