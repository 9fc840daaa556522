import type { ConsoleMessage, Page } from '@playwright/test';

/** Playwright tries to put its own script into each frame; the page frame refuses, as it should. */
const fromPlaywright = /^Blocked script execution in 'about:(blank|srcdoc)'/;

/**
 * All that the page complains of: errors that nobody caught, promises that nobody heard being rejected, errors in
 * the console, the violations of the content security policy among them.
 */
export class Complaints {
  readonly #heard: string[] = [];

  constructor(page: Page) {
    page.on('pageerror', (error) => this.#heard.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('crash', () => this.#heard.push('the page crashed'));
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        !isAnAnswer(message) &&
        !fromPlaywright.test(message.text())
      )
        this.#heard.push(`console: ${message.text()} (${message.location().url})`);
    });
  }

  /** What was heard since it was last asked. */
  take(): readonly string[] {
    return this.#heard.splice(0);
  }
}

/** Chromium notes every answer of 400 and above as an error, those of the simulated servers as well. */
function isAnAnswer(message: ConsoleMessage): boolean {
  return (
    message.text().startsWith('Failed to load resource: the server responded with a status of') &&
    new URL(message.location().url).hostname.endsWith('.example')
  );
}
