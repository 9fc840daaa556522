/** The directory of the page that sets a cookie without `Path`: up to its last slash (6265bis §5.1.4). */
export function defaultPath(urlPath: string): string {
  if (!urlPath.startsWith('/')) return '/';
  const lastSlash = urlPath.lastIndexOf('/');
  return lastSlash === 0 ? '/' : urlPath.slice(0, lastSlash);
}
