import type { Chapter } from '../../step.ts';
import { byHand } from './by-hand.ts';
import { decode } from './decode.ts';
import { edit } from './edit.ts';
import { fourVerdicts } from './four-verdicts.ts';
import { none } from './none.ts';
import { publicKeys } from './public-keys.ts';
import { weakSecret } from './weak-secret.ts';

export const chapter: Chapter = {
  slug: 'jwt',
  minutes: 30,
  steps: [decode, byHand, edit, weakSecret, none, fourVerdicts, publicKeys],
};
