import type { Chapter } from '../../step.ts';
import { byScript } from './by-script.ts';
import { family } from './family.ts';
import { nobodyNotices } from './nobody-notices.ts';
import { shortLife } from './short-life.ts';
import { signOut } from './sign-out.ts';
import { stolenAccess } from './stolen-access.ts';
import { stolenRefresh } from './stolen-refresh.ts';

export const chapter: Chapter = {
  slug: 'refresh',
  minutes: 30,
  steps: [byScript, shortLife, nobodyNotices, stolenAccess, stolenRefresh, family, signOut],
};
