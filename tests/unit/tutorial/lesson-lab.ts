import { weakSecret } from '../../../src/server/tokens/careless/weak-secret.ts';
import { Lesson } from '../../../src/tutorial/lesson.svelte.ts';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import type { Chapter } from '../../../src/tutorial/step.ts';
import { chapter as clientServer } from '../../../src/tutorial/chapters/client-server/steps.ts';
import { chapter as connections } from '../../../src/tutorial/chapters/connections/steps.ts';
import { chapter as cookieRules } from '../../../src/tutorial/chapters/cookie-rules/steps.ts';
import { chapter as cookies } from '../../../src/tutorial/chapters/cookies/steps.ts';
import { chapter as jwt } from '../../../src/tutorial/chapters/jwt/steps.ts';
import { chapter as refresh } from '../../../src/tutorial/chapters/refresh/steps.ts';
import { chapter as sessionAttacks } from '../../../src/tutorial/chapters/session-attacks/steps.ts';
import { chapter as sessions } from '../../../src/tutorial/chapters/sessions/steps.ts';
import { chapter as sessionsOrTokens } from '../../../src/tutorial/chapters/sessions-or-tokens/steps.ts';
import { chapter as stateless } from '../../../src/tutorial/chapters/stateless/steps.ts';
import { inProcessPage } from './in-process-page.ts';
import { inProcessScript } from './in-process-script.ts';
import { testLab } from '../lab/test-lab.ts';

export const allChapters: readonly Chapter[] = [
  clientServer,
  stateless,
  connections,
  cookies,
  sessions,
  cookieRules,
  sessionAttacks,
  jwt,
  refresh,
  sessionsOrTokens,
];

/** Every step, with its chapter. */
export const allSteps = allChapters.flatMap((chapter) =>
  chapter.steps.map((step) => ({ chapter, step, name: `${chapter.slug}/${step.slug}` })),
);

/** Chapters whose pages bring script of their own, or of an attacker's. */
const chaptersByScript: ReadonlySet<string> = new Set(['refresh', 'session-attacks']);

/** A lesson in a fresh lab, shown at no pace at all, with its progress kept in a variable. */
export function testLesson(chapter: Chapter) {
  const lab = testLab({
    startScript: chaptersByScript.has(chapter.slug) ? inProcessPage : inProcessScript,
    // The dictionary itself has tests of its own.
    searchDictionary: async () => ({ tried: 1, word: weakSecret }),
  });
  let text: string | null = null;
  const progress = new ProgressKeeper({
    get: () => text,
    set: (stored) => {
      text = stored;
    },
  });
  const lesson = new Lesson({
    lab,
    chapter,
    progress,
    now: () => 1_000,
    pace: async () => undefined,
  });
  return { lab, lesson, progress };
}
