import type { Turn } from '../turn.ts';

/** The name of a cookie that only this very host may set, where the shop is set to insist on it. */
export function protectedName({ settings }: Pick<Turn, 'settings'>, name: string): string {
  return settings.protection.hostPrefix ? `__Host-${name}` : name;
}
