import * as m from '../messages/compiled/messages.js';
import type { ChapterProse } from './prose.ts';
import type { Chapter } from './step.ts';

export type ProseLanguage = 'en' | 'ko';

export interface LoadedChapter {
  readonly chapter: Chapter;
  readonly prose: ChapterProse;
}

/** What is known of a chapter without loading it. */
export interface ChapterEntry {
  readonly slug: string;
  readonly minutes: number;
  /** Slugs of its steps, in order. */
  readonly steps: readonly string[];
  /** Slugs of those on the short way. */
  readonly starred: readonly string[];
  title(): string;
  description(): string;
  load(language: ProseLanguage): Promise<LoadedChapter>;
}

const stepModules = import.meta.glob<Chapter>('./chapters/*/steps.ts', { import: 'chapter' });
const proseModules = import.meta.glob<ChapterProse>('./chapters/*/*.md', { import: 'default' });

/** All chapters, in the order in which they are read. */
export const chapters: readonly ChapterEntry[] = [
  {
    slug: 'client-server',
    minutes: 15,
    steps: ['ask-and-answer', 'every-answer', 'second-version', 'two-clients', 'origin-and-site'],
    starred: ['ask-and-answer'],
    title: () => m.tutorial_chapter_client_server_title(),
    description: () => m.tutorial_chapter_client_server_description(),
    load: (language) => load('client-server', language),
  },
  {
    slug: 'stateless',
    minutes: 20,
    steps: [
      'first-meeting',
      'no-name',
      'by-address',
      'password-each-time',
      'ticket-by-hand',
      'two-instances',
      'crash',
    ],
    starred: ['first-meeting', 'two-instances'],
    title: () => m.tutorial_chapter_stateless_title(),
    description: () => m.tutorial_chapter_stateless_description(),
    load: (language) => load('stateless', language),
  },
  {
    slug: 'connections',
    minutes: 20,
    steps: [
      'one-each',
      'keep-alive',
      'line-goes-dead',
      'finite-slots',
      'strangers-still',
      'newer-versions',
    ],
    starred: ['keep-alive', 'strangers-still'],
    title: () => m.tutorial_chapter_connections_title(),
    description: () => m.tutorial_chapter_connections_description(),
    load: (language) => load('connections', language),
  },
  {
    slug: 'cookies',
    minutes: 25,
    steps: [
      'set-cookie',
      'what-goes-back',
      'delete-it',
      'lifetime',
      'who-gets-it',
      'forge',
      'cafe',
    ],
    starred: ['set-cookie', 'forge'],
    title: () => m.tutorial_chapter_cookies_title(),
    description: () => m.tutorial_chapter_cookies_description(),
    load: (language) => load('cookies', language),
  },
  {
    slug: 'sessions',
    minutes: 25,
    steps: [
      'sign-in',
      'look-up',
      'authorisation',
      'close-and-copy',
      'two-clocks',
      'sign-out',
      'new-key',
    ],
    starred: ['sign-in', 'close-and-copy', 'sign-out'],
    title: () => m.tutorial_chapter_sessions_title(),
    description: () => m.tutorial_chapter_sessions_description(),
    load: (language) => load('sessions', language),
  },
  {
    slug: 'cookie-rules',
    minutes: 35,
    steps: [
      'domain',
      'path',
      'secure',
      'http-only',
      'same-site',
      'strict-or-lax',
      'third-party',
      'prefixes',
      'same-place',
    ],
    starred: ['http-only', 'same-site'],
    title: () => m.tutorial_chapter_cookie_rules_title(),
    description: () => m.tutorial_chapter_cookie_rules_description(),
    load: (language) => load('cookie-rules', language),
  },
  {
    slug: 'session-attacks',
    minutes: 45,
    steps: [
      'copied-key',
      'stored-xss',
      'http-only-limits',
      'escape-and-policy',
      'forged-form',
      'from-next-door',
      'fixation',
      'guessing',
      'in-the-clear',
      'after-sign-out',
    ],
    starred: ['stored-xss'],
    title: () => m.tutorial_chapter_session_attacks_title(),
    description: () => m.tutorial_chapter_session_attacks_description(),
    load: (language) => load('session-attacks', language),
  },
  {
    slug: 'jwt',
    minutes: 30,
    steps: ['decode', 'by-hand', 'edit', 'weak-secret', 'none', 'four-verdicts', 'public-keys'],
    starred: ['decode', 'edit'],
    title: () => m.tutorial_chapter_jwt_title(),
    description: () => m.tutorial_chapter_jwt_description(),
    load: (language) => load('jwt', language),
  },
  {
    slug: 'refresh',
    minutes: 30,
    steps: [
      'by-script',
      'short-life',
      'nobody-notices',
      'stolen-access',
      'stolen-refresh',
      'family',
      'sign-out',
    ],
    starred: ['nobody-notices', 'family'],
    title: () => m.tutorial_chapter_refresh_title(),
    description: () => m.tutorial_chapter_refresh_description(),
    load: (language) => load('refresh', language),
  },
  {
    slug: 'sessions-or-tokens',
    minutes: 35,
    steps: [
      'score-card',
      'not-small',
      'million-rows',
      'three-instances',
      'block-alice',
      'store-down',
      'your-choice',
    ],
    starred: ['score-card'],
    title: () => m.tutorial_chapter_sessions_or_tokens_title(),
    description: () => m.tutorial_chapter_sessions_or_tokens_description(),
    load: (language) => load('sessions-or-tokens', language),
  },
];

export function findChapter(slug: string): ChapterEntry | undefined {
  return chapters.find((chapter) => chapter.slug === slug);
}

async function load(slug: string, language: ProseLanguage): Promise<LoadedChapter> {
  const steps = stepModules[`./chapters/${slug}/steps.ts`];
  const words = proseModules[`./chapters/${slug}/${language}.md`];
  if (!steps || !words) throw new Error(`chapter ${slug} has no steps or no prose in ${language}`);
  const [chapter, prose] = await Promise.all([steps(), words()]);
  return { chapter, prose };
}
