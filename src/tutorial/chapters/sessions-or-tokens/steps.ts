import type { Chapter } from '../../step.ts';
import { blockAlice } from './block-alice.ts';
import { millionRows } from './million-rows.ts';
import { notSmall } from './not-small.ts';
import { scoreCard } from './score-card.ts';
import { storeDown } from './store-down.ts';
import { threeInstances } from './three-instances.ts';
import { yourChoice } from './your-choice.ts';

export const chapter: Chapter = {
  slug: 'sessions-or-tokens',
  minutes: 35,
  steps: [scoreCard, notSmall, millionRows, threeInstances, blockAlice, storeDown, yourChoice],
};
