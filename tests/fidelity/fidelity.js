import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Vite runs the TypeScript, as Node 20 does not.
const { module } = await runnerImport(fileURLToPath(new URL('./fidelity.ts', import.meta.url)), {
  configFile: false,
});
process.exitCode = await module.fidelity(process.argv.slice(2));
