import type { WayToRemember } from '../settings.ts';
import { jwtCookie } from './jwt-cookie.ts';
import type { Memory } from './memory.ts';
import { nothing } from './nothing.ts';
import { plainCookie } from './plain-cookie.ts';
import { session } from './session.ts';

export const memories: Readonly<Record<WayToRemember, Memory>> = {
  nothing,
  'plain-cookie': plainCookie,
  session,
  'jwt-cookie': jwtCookie,
};
