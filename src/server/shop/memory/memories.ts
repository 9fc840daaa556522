import type { WayToRemember } from '../settings.ts';
import type { Memory } from './memory.ts';
import { nothing } from './nothing.ts';

/** All but the simplest are loaded when they are chosen. */
const ways: Readonly<Record<WayToRemember, () => Memory | Promise<Memory>>> = {
  nothing: () => nothing,
  session: async () => (await import('./session.ts')).session,
  'by-address': async () => (await import('./by-address.ts')).byAddress,
  'url-ticket': async () => (await import('./url-ticket.ts')).urlTicket,
  'plain-cookie': async () => (await import('./plain-cookie.ts')).plainCookie,
  'jwt-cookie': async () => (await import('./jwt-cookie.ts')).jwtCookie,
  'access-refresh': async () => (await import('./access-refresh.ts')).accessRefresh,
};

export async function memoryFor(way: WayToRemember): Promise<Memory> {
  return ways[way]();
}
