import type { Chapter } from '../../step.ts';
import { authorisation } from './authorisation.ts';
import { closeAndCopy } from './close-and-copy.ts';
import { lookUp } from './look-up.ts';
import { newKey } from './new-key.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { twoClocks } from './two-clocks.ts';

export const chapter: Chapter = {
  slug: 'sessions',
  minutes: 25,
  steps: [signIn, lookUp, authorisation, closeAndCopy, twoClocks, signOut, newKey],
};
