import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { bundled } from './bundled.js';

const { benchInNode } = await bundled('./in-node.ts');
await benchInNode();

// Vite runs the TypeScript, as Node 20 does not.
const { module } = await runnerImport(fileURLToPath(new URL('./bench.ts', import.meta.url)), {
  configFile: false,
});
await module.bench();
