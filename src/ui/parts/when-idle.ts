/** In milliseconds: a page that is never at rest goes without for no longer. */
const longest = 2000;

/**
 * Does something once what has been asked for is shown and the browser has nothing else to do.
 *
 * @returns takes it back
 */
export function whenIdle(then: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(then, longest / 10);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(then, { timeout: longest });
  return () => cancelIdleCallback(idle);
}
