import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

// Vite runs the TypeScript, as Node 20 does not; a server, since some of it is loaded only when needed.
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
const { main } = await server.ssrLoadModule(fileURLToPath(new URL('./main.ts', import.meta.url)));
process.exitCode = await main(process.argv.slice(2));
await server.close();
