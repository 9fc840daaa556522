import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import './build/group-by.js';
import { characterReferencesPlugin } from './build/character-references-plugin.ts';
import { contentsPlugin } from './build/contents-plugin.ts';
import { documentsPlugin } from './build/documents-plugin.ts';
import { chromiumLaunch } from './build/find-chromium.js';
import { firstSightPlugin } from './build/first-sight-plugin.ts';
import { keptFilesPlugin } from './build/kept-files-plugin.ts';
import { prosePlugin } from './build/prose-plugin.ts';
import { mswCookiesPlugin } from './build/msw-cookies-plugin.ts';
import { scriptRealmPlugin } from './build/script-realm-plugin.ts';

const testing = process.env['VITEST'] !== undefined;

// The compiled catalogue is also made by `npm run messages` (and after `npm ci`); tests use that one.
const messages = paraglideVitePlugin({
  project: './src/messages/project.inlang',
  outdir: './src/messages/compiled',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
});

export default defineConfig({
  base: './',
  plugins: [
    testing ? [] : [messages, documentsPlugin()],
    keptFilesPlugin(),
    prosePlugin(),
    contentsPlugin(),
    scriptRealmPlugin(),
    firstSightPlugin(),
    mswCookiesPlugin(),
    characterReferencesPlugin(),
    svelte({ configFile: false }),
  ],
  optimizeDeps: {
    // Known from the start: what is discovered in the middle of a test run reloads the page under it.
    include: [
      'msw',
      'msw/browser',
      'bits-ui',
      '@tanstack/svelte-virtual',
      'htmlparser2',
      'idb',
      'jose/jws/flattened/verify',
      'jose/key/export',
      'jose/key/generate/keypair',
      'jose/key/import',
      '@noble/hashes/hmac.js',
      '@noble/hashes/sha2.js',
      'valibot',
    ],
    rolldownOptions: { plugins: [mswCookiesPlugin(), characterReferencesPlugin()] },
  },
  // What a worker needs only sometimes is loaded only then, as in the page.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // The content security policy has no place for fonts and pictures in `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // Together, what the first page loads compresses better.
        codeSplitting: {
          groups: [{ name: 'first-load', tags: ['$initial'] }],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{unit,conformance}/**/*.test.ts'],
          // Nothing here is a matter of time: a busy machine may take its own for a property's many runs.
          testTimeout: 120_000,
          // Through Vite as in the build, or the parser would know more character references than there.
          server: { deps: { inline: ['htmlparser2', 'entities'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.ts'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          setupFiles: ['tests/components/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
