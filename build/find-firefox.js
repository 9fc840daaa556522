import { findExecutable } from './find-executable.js';

const names = ['firefox-esr', 'firefox'];
const macApplication = '/Applications/Firefox.app/Contents/MacOS/firefox';

/**
 * The Firefox that the tests drive: the one named by `FIREFOX_PATH`, or the system's.
 * Not Playwright's own, which is changed for it: a stock one is what people have.
 *
 * @returns {string | null}
 */
export function findFirefox() {
  const named = process.env['FIREFOX_PATH'];
  if (named) return named;
  return findExecutable({ names, elsewhere: [macApplication] });
}
