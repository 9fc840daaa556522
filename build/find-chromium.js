import { chromium } from '@playwright/test';
import { findExecutable } from './find-executable.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium that the tests drive: the one named by `CHROMIUM_PATH`, Playwright's, or the system's.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  return findExecutable({
    known: [chromium.executablePath()],
    names,
    elsewhere: macApplications,
  });
}

/**
 * How the tests start that Chromium: quiet, and without its sandbox for root, to whom it is denied.
 *
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
