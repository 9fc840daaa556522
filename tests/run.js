import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../build/find-chromium.js';

const folder = join(tmpdir(), `remember-me-tests-${process.pid}`);
const isRoot = process.getuid?.() === 0;

/** Runs a command before the reader's eyes; whether it succeeded. */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function installChromium() {
  console.log('No Chromium found: installing one.');
  const playwright = ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'];
  if (run('npx', playwright) && findChromium()) return true;
  if (!isRoot || process.platform !== 'linux') return false;
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium']);
}

/** Counts of a JSON report; none if the tests never came to write it. */
function counts(name, read) {
  try {
    return read(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

if (!findChromium() && !(installChromium() && findChromium())) {
  console.error('The tests need a Chromium: install one, or set CHROMIUM_PATH to its executable.');
  process.exit(1);
}

if (!run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'])) process.exit(1);
const sized = run('npm', ['run', '--silent', 'size']);

const unit = run('npx', [
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${join(folder, 'vitest.json')}`,
]);
const projects = ['service-worker', 'no-service-worker'];
const endToEnd = run(
  'npx',
  [
    ...['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    ...projects.flatMap((project) => ['--project', project]),
  ],
  { REMEMBER_ME_REPORT: join(folder, 'playwright.json') },
);

const fidelity = run('node', ['tests/fidelity/fidelity.js', '--runs', '200', '--seed', '1'], {
  REMEMBER_ME_REPORT: join(folder, 'fidelity.json'),
});

const all = [
  counts('vitest.json', (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  })),
  counts('playwright.json', ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  })),
  counts('fidelity.json', (report) => report),
];
rmSync(folder, { recursive: true, force: true });

const passed = all.reduce((sum, each) => sum + each.passed, 0);
const failed = all.reduce((sum, each) => sum + each.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(sized && unit && endToEnd && fidelity ? 0 : 1);
