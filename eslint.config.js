import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { importDirections } from './build/import-directions.js';

export default defineConfig(
  {
    ignores: ['dist/', 'test-results/', 'public/mockServiceWorker.js', 'src/messages/compiled/'],
  },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'SvelteMustacheTag[kind="raw"]', message: 'Text is never inserted as HTML.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // The type checker knows what is defined, and the compiler what a store or a rune is.
      'no-undef': 'off',
      'prefer-const': 'off',
      // Links are made by `Navigation`; there is no SvelteKit whose `resolve` could make them.
      'svelte/no-navigation-without-resolve': 'off',
      // Most collections in these files are made and read within one derivation.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // Classic scripts of a simulated page, sent together as one: each uses what those before it declare.
    files: ['src/server/shop/script/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        [
          ...['words', 'accessTokenIn', 'callApi', 'signIn', 'signOut', 'main', 'make'],
          ...['showWho', 'showCart', 'showAccount', 'showOrder', 'showProblem'],
          ...['fillInCart', 'countPieces', 'toSignIn'],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { vars: 'local' }],
      'no-redeclare': ['error', { builtinGlobals: false }],
      'svelte/no-inner-declarations': 'off',
    },
  },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.serviceworker } },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What answers an HTTP request does so in its own time, whether it waits for something or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  importDirections,
);
