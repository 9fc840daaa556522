import type { WayToRemember } from '../settings.ts';
import type { Memory } from './memory.ts';
import { nothing } from './nothing.ts';

/** All but the simplest are loaded when they are chosen. */
const ways: Readonly<Record<WayToRemember, () => Memory | Promise<Memory>>> = {
  nothing: () => nothing,
  session: async () => (await import('./session.ts')).session,
  'plain-cookie': async () => (await import('./plain-cookie.ts')).plainCookie,
  'jwt-cookie': async () => (await import('./jwt-cookie.ts')).jwtCookie,
};

export async function memoryFor(way: WayToRemember): Promise<Memory> {
  return ways[way]();
}
