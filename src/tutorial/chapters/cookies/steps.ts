import type { Chapter } from '../../step.ts';
import { cafe } from './cafe.ts';
import { deleteIt } from './delete-it.ts';
import { forge } from './forge.ts';
import { lifetime } from './lifetime.ts';
import { setCookie } from './set-cookie.ts';
import { whatGoesBack } from './what-goes-back.ts';
import { whoGetsIt } from './who-gets-it.ts';

export const chapter: Chapter = {
  slug: 'cookies',
  minutes: 25,
  steps: [setCookie, whatGoesBack, deleteIt, lifetime, whoGetsIt, forge, cafe],
};
