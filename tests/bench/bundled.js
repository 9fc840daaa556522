import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

// Below node_modules, where what the bundle imports is found.
const folder = fileURLToPath(new URL('../../node_modules/.bench/', import.meta.url));

/**
 * Bundles a TypeScript module and imports the bundle, so that ours is measured as it is shipped, not
 * through the getters that the development transform puts between modules. Packages stay outside.
 */
export async function bundled(file) {
  const name = basename(file, '.ts');
  const outDir = `${folder}${name}/`;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'node20',
      ssr: fileURLToPath(new URL(file, import.meta.url)),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  });
  const module = await import(pathToFileURL(`${outDir}${name}.js`).href);
  await rm(outDir, { recursive: true });
  return module;
}
