import type { Cookie, CookiePriority } from './cookie.ts';

/** How many cookies of each priority a domain keeps when it must make room. */
export type PriorityQuotas = Readonly<Record<CookiePriority, number>>;

interface Round {
  readonly priority: CookiePriority;
  /** Whether cookies with `Secure` are spared. */
  readonly sparesSecure: boolean;
}

const ROUNDS: readonly Round[] = [
  { priority: 'low', sparesSecure: true },
  { priority: 'low', sparesSecure: false },
  { priority: 'medium', sparesSecure: true },
  { priority: 'high', sparesSecure: true },
  { priority: 'medium', sparesSecure: false },
  { priority: 'high', sparesSecure: false },
];

/** The `count` cookies that must go, round by round as Chromium does it; they come least recently used first. */
export function victimsByRounds(
  cookies: readonly Cookie[],
  count: number,
  quotas: PriorityQuotas,
): readonly Cookie[] {
  let left = cookies;
  const victims: Cookie[] = [];
  for (const round of ROUNDS) {
    const gone = victimsOfRound(left, round, count - victims.length, quotas[round.priority]);
    victims.push(...gone);
    left = left.filter((cookie) => !gone.includes(cookie));
  }
  return victims;
}

function victimsOfRound(
  cookies: readonly Cookie[],
  { priority, sparesSecure }: Round,
  goal: number,
  quota: number,
): readonly Cookie[] {
  const candidates = cookies.filter((cookie) => (cookie.priority ?? 'medium') === priority);
  const notSecure = candidates.filter(({ secureOnly }) => !secureOnly);
  const secureCount = candidates.length - notSecure.length;
  // The cookies that Secure spares count towards those that the quota keeps.
  const kept = sparesSecure ? Math.max(secureCount, quota) : quota;
  const room = Math.max(0, Math.min(goal, candidates.length - kept));
  return (sparesSecure ? notSecure : candidates).slice(0, room);
}
