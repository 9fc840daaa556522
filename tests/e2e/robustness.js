import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The built site must be there: `npm run build`.
const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url));
const document = fileURLToPath(new URL('../../docs/robustness.md', import.meta.url));
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '--config', config, '--project', 'service-worker', '--grep', '@fault'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, REMEMBER_ME_ROBUSTNESS: document },
  },
);
process.exitCode = status ?? 1;
