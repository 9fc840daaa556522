#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';
import { findFirefox } from '../../../../build/find-firefox.js';

/**
 * Starts the stock Firefox, and stands between it and Playwright.
 *
 * With every context, Playwright sends a command that Firefox's long-term release does not know yet, and gives up when
 * it is refused. It is answered here, as done: no test for Firefox asks for another colour scheme or less motion.
 */
const answeredHere = 'emulation.setMediaFeaturesOverride';
const listening = /WebDriver BiDi listening on (ws:\/\/.*)$/;

const firefox = spawn(findFirefox() ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
firefox.on('exit', (code) => process.exit(code ?? 1));

for await (const line of createInterface({ input: firefox.stderr })) {
  const [, address] = listening.exec(line) ?? [];
  if (address) console.error(`WebDriver BiDi listening on ${await stand(address)}`);
  else console.error(line);
}

/** Listens in Firefox's place; where. */
async function stand(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (client, { url }) => join(client, new WebSocket(address + url)));
  await new Promise((ready) => server.once('listening', ready));
  return `ws://127.0.0.1:${server.address().port}`;
}

/** Hands on what either says to the other. */
function join(client, browser) {
  const waiting = [];
  browser.on('open', () => waiting.splice(0).forEach((message) => browser.send(message)));
  browser.on('message', (data) => client.send(data.toString()));
  client.on('message', (data) => {
    const message = data.toString();
    const { id, method } = JSON.parse(message);
    if (method === answeredHere) client.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (browser.readyState === WebSocket.OPEN) browser.send(message);
    else waiting.push(message);
  });
  for (const [one, other] of [
    [client, browser],
    [browser, client],
  ]) {
    one.on('close', () => other.close());
    one.on('error', () => other.terminate());
  }
}
