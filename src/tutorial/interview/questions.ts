import type { ProseLanguage } from '../chapters.ts';
import type { StepPlace } from '../progress.ts';
import type { InterviewProse } from './interview-prose.ts';

export const topics = ['http', 'cookies', 'sessions', 'tokens', 'attacks'] as const;

export type Topic = (typeof topics)[number];

export interface InterviewQuestion {
  readonly slug: string;
  readonly topic: Topic;
  /** One of the three that nearly everybody is asked. */
  readonly classic?: true;
  /** Where the answer can be tried: a step of a chapter, which puts its lab into the right state. */
  readonly proof: StepPlace;
}

const at = (chapter: string, step: string): StepPlace => ({ chapter, step });

/** All questions, in the order in which they are listed. */
export const interviewQuestions: readonly InterviewQuestion[] = [
  {
    slug: 'cookies-and-sessions',
    topic: 'sessions',
    classic: true,
    proof: at('sessions', 'sign-in'),
  },
  {
    slug: 'how-a-session-works',
    topic: 'sessions',
    classic: true,
    proof: at('sessions', 'look-up'),
  },
  {
    slug: 'sessions-or-jwt',
    topic: 'tokens',
    classic: true,
    proof: at('sessions-or-tokens', 'score-card'),
  },
  { slug: 'why-stateless', topic: 'http', proof: at('stateless', 'first-meeting') },
  { slug: 'keep-alive', topic: 'http', proof: at('connections', 'strangers-still') },
  { slug: 'status-401-403', topic: 'http', proof: at('sessions', 'authorisation') },
  { slug: 'authentication-authorisation', topic: 'http', proof: at('sessions', 'authorisation') },
  { slug: 'what-is-a-cookie', topic: 'cookies', proof: at('cookies', 'set-cookie') },
  { slug: 'which-cookies-are-sent', topic: 'cookies', proof: at('cookie-rules', 'domain') },
  { slug: 'cookie-lifetime', topic: 'cookies', proof: at('cookies', 'lifetime') },
  { slug: 'httponly-secure', topic: 'cookies', proof: at('cookie-rules', 'http-only') },
  { slug: 'samesite', topic: 'cookies', proof: at('cookie-rules', 'same-site') },
  { slug: 'site-and-origin', topic: 'cookies', proof: at('client-server', 'origin-and-site') },
  { slug: 'third-party-cookies', topic: 'cookies', proof: at('cookie-rules', 'third-party') },
  { slug: 'session-id', topic: 'sessions', proof: at('sessions', 'close-and-copy') },
  { slug: 'session-scale', topic: 'sessions', proof: at('sessions-or-tokens', 'million-rows') },
  {
    slug: 'several-servers',
    topic: 'sessions',
    proof: at('sessions-or-tokens', 'three-instances'),
  },
  { slug: 'log-out', topic: 'sessions', proof: at('sessions', 'sign-out') },
  { slug: 'session-fixation', topic: 'attacks', proof: at('session-attacks', 'fixation') },
  { slug: 'jwt-structure', topic: 'tokens', proof: at('jwt', 'by-hand') },
  { slug: 'signed-not-encrypted', topic: 'tokens', proof: at('jwt', 'decode') },
  { slug: 'verify-a-jwt', topic: 'tokens', proof: at('jwt', 'four-verdicts') },
  { slug: 'symmetric-asymmetric', topic: 'tokens', proof: at('jwt', 'public-keys') },
  { slug: 'refresh-tokens', topic: 'tokens', proof: at('refresh', 'nobody-notices') },
  { slug: 'revoke-a-jwt', topic: 'tokens', proof: at('refresh', 'sign-out') },
  { slug: 'where-to-keep-tokens', topic: 'tokens', proof: at('refresh', 'stolen-access') },
  { slug: 'csrf', topic: 'attacks', proof: at('session-attacks', 'from-next-door') },
  { slug: 'xss', topic: 'attacks', proof: at('session-attacks', 'http-only-limits') },
];

export function findQuestion(slug: string): InterviewQuestion | undefined {
  return interviewQuestions.find((question) => question.slug === slug);
}

const proseModules = import.meta.glob<InterviewProse>('./*.md', { import: 'default' });

/** The words of all questions; nothing is downloaded before. */
export async function loadInterview(language: ProseLanguage): Promise<InterviewProse> {
  const words = proseModules[`./${language}.md`];
  if (!words) throw new Error(`there is no interview in ${language}`);
  return words();
}
