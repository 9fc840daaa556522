import { createServer } from 'node:http';

/** Has a server listen on a port that is free, and gives the port. */
export async function listening(server) {
  await new Promise((ready) => server.listen(0, ready));
  return server.address().port;
}

/** A port that nobody uses at this moment, for those who must be told one. */
export async function freePort() {
  const server = createServer();
  const port = await listening(server);
  await new Promise((closed) => server.close(closed));
  return port;
}
