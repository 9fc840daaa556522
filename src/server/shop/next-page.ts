const origin = 'https://shop.example';

/**
 * The path to go to after sign-in, if it leads nowhere but into this shop; `null` otherwise. A link that
 * signs in here and then lands elsewhere would lend the shop's good name to anyone (an "open redirect").
 */
export function pageOfThisShop(next: string): string | null {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) || !URL.canParse(next, origin)) return null;
  const url = new URL(next, origin);
  return url.origin === origin ? `${url.pathname}${url.search}` : null;
}
