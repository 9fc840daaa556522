import { fileURLToPath } from 'node:url';
import { defineConfig, devices, type ReporterDescription } from '@playwright/test';
import { chromiumLaunch } from '../../build/find-chromium.js';
import { outside, short } from './support/firefox/tried.ts';
import { basePath, port } from './support/serve.js';

const report = process.env['REMEMBER_ME_REPORT'];
const json: ReporterDescription[] = report ? [['json', { outputFile: report }]] : [];

/** A stock Firefox, by WebDriver BiDi: that is what the channel stands for. */
const firefox = {
  ...devices['Desktop Firefox'],
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: fileURLToPath(new URL('support/firefox/firefox.js', import.meta.url)),
    // Playwright lets files load modules; for people no Firefox does.
    firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
  },
  userAgent: undefined,
  viewport: { width: 1366, height: 768 },
};

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  // A walk through a whole chapter is one test.
  timeout: 120_000,
  // On a busy machine one more try tells a slow moment from a fault; it is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  // How soon something is seen depends on the machine, and is no matter of these tests.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['dot'], ['./support/robustness-reporter.ts'], ...json],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    baseURL: `http://localhost:${port}${basePath}`,
    launchOptions: chromiumLaunch(),
    // Recording a trace makes a walk four times as slow: ask for one by `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'service-worker', use: { serviceWorkers: 'allow' } },
    {
      name: 'no-service-worker',
      use: { serviceWorkers: 'block' },
      // These need a worker, change the answers of real requests on their way, or look at one policy for both.
      testIgnore: [
        'back-forward-cache.spec.ts',
        'budgets.spec.ts',
        'hostile-page.spec.ts',
        'monkey.spec.ts',
        'offline.spec.ts',
        'refused.spec.ts',
        'survives.spec.ts',
        'policy.spec.ts',
      ],
    },
    { name: 'firefox', use: firefox, grepInvert: outside },
    { name: 'firefox-short', use: firefox, grepInvert: outside, grep: short },
  ],
  webServer: {
    command: 'node support/serve.js',
    url: `http://localhost:${port}${basePath}`,
    reuseExistingServer: false,
  },
});
