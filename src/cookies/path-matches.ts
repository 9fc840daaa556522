/** Whether a request's path lies in a cookie's path, segment by segment (6265bis §5.1.4): `/a` holds `/a/b`, not `/ab`. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  if (cookiePath === '' || !requestPath.startsWith(cookiePath)) return false;
  return cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/';
}
