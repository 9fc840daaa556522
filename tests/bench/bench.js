import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { bundled } from './bundled.js';

const { printJars } = await bundled('./cookies/print-jars.ts');
printJars();

// Vite runs the TypeScript, as Node 20 does not.
const { module } = await runnerImport(fileURLToPath(new URL('./bench.ts', import.meta.url)), {
  configFile: false,
});
await module.bench();
