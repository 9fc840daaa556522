import type { Chapter } from '../../step.ts';
import { afterSignOut } from './after-sign-out.ts';
import { copiedKey } from './copied-key.ts';
import { escapeAndPolicy } from './escape-and-policy.ts';
import { fixation } from './fixation.ts';
import { forgedForm } from './forged-form.ts';
import { fromNextDoor } from './from-next-door.ts';
import { guessing } from './guessing.ts';
import { httpOnlyLimits } from './http-only-limits.ts';
import { inTheClear } from './in-the-clear.ts';
import { storedXss } from './stored-xss.ts';

export const chapter: Chapter = {
  slug: 'session-attacks',
  minutes: 45,
  steps: [
    copiedKey,
    storedXss,
    httpOnlyLimits,
    escapeAndPolicy,
    forgedForm,
    fromNextDoor,
    fixation,
    guessing,
    inTheClear,
    afterSignOut,
  ],
};
