import type { Chapter } from '../../step.ts';
import { finiteSlots } from './finite-slots.ts';
import { keepAlive } from './keep-alive.ts';
import { lineGoesDead } from './line-goes-dead.ts';
import { newerVersions } from './newer-versions.ts';
import { oneEach } from './one-each.ts';
import { strangersStill } from './strangers-still.ts';

export const chapter: Chapter = {
  slug: 'connections',
  minutes: 20,
  steps: [oneEach, keepAlive, lineGoesDead, finiteSlots, strangersStill, newerVersions],
};
