/** The name of the variable that tells a build where its site will stand, such as `https://name.github.io/remember-me/`. */
const variable = 'REMEMBER_ME_URL';

/**
 * Where the site will stand: what is read outside of it (previews of links, search engines) needs whole addresses.
 * `null` where nobody said; the site itself works anywhere.
 *
 * @throws when it is no http(s) address
 */
export function siteAddress(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const text = environment[variable];
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`${variable} is no address of a site: ${text}`);
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
}
