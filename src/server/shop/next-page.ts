const origin = 'https://shop.example';

/**
 * The path to go to after sign-in, if it leads nowhere but into this shop; `null` otherwise. A link that
 * signs in here and then lands elsewhere would lend the shop's good name to anyone (an "open redirect").
 */
export function pageOfThisShop(next: string): string | null {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) || !URL.canParse(next, origin)) return null;
  const url = new URL(next, origin);
  // "/..//evil.example" becomes "//evil.example" when it is resolved: a path no longer, but a host.
  const staysHere = url.origin === origin && !url.pathname.startsWith('//');
  return staysHere ? `${url.pathname}${url.search}` : null;
}
