import type { Lab } from '../../lab/lab.svelte.ts';

/** The lab's values that prose names (`:value[sid]`), as far as they exist now. */
export function liveValues(lab: Lab): Readonly<Record<string, string>> {
  const cookies = lab.browser.jar.all();
  const valueOf = (name: string) => cookies.findLast((cookie) => cookie.name === name)?.value;
  return withoutMissing({
    sid: valueOf('sid') ?? lab.sessions.at(-1)?.id,
    token: valueOf('token'),
    'user-cookie': valueOf('user'),
    'cart-cookie': valueOf('cart'),
  });
}

function withoutMissing(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
