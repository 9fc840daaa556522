import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// The built site must be there: `npm run build`.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
console.log(`seed ${values.seed}`);
const config = fileURLToPath(new URL('./playwright.config.ts', import.meta.url));
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '--config', config, '--project=service-worker', 'monkey.spec.ts'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, MONKEY_MINUTES: values.minutes, MONKEY_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
