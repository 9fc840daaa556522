import type { Chapter } from '../../step.ts';
import { askAndAnswer } from './ask-and-answer.ts';
import { everyAnswer } from './every-answer.ts';
import { originAndSite } from './origin-and-site.ts';
import { secondVersion } from './second-version.ts';
import { twoClients } from './two-clients.ts';

export const chapter: Chapter = {
  slug: 'client-server',
  minutes: 15,
  steps: [askAndAnswer, everyAnswer, secondVersion, twoClients, originAndSite],
};
