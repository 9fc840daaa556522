import { Lab } from '../lab.svelte.ts';
import { writeHar } from './write-har.ts';

const minute = 60_000;

/** A recording to try with: a visit to the lab's own shop, with a sign-in, an order and a sign-out. */
export async function exampleRecording(
  randomBytes: (count: number) => Uint8Array,
  language: string,
): Promise<string> {
  const lab = new Lab({
    randomBytes,
    acceptLanguage: () => language,
    monotonicNow: () => performance.now(),
  });
  const send = (action: string, entries: readonly (readonly [string, string])[]) =>
    lab.submitForm({ action, method: 'post', entries });
  await lab.visit('https://news.example/');
  lab.advance(minute);
  await lab.visit('https://shop.example/');
  await lab.visit('https://shop.example/login');
  lab.advance(minute / 2);
  await send('/login', [
    ['username', 'alice'],
    ['password', 'butter'],
  ]);
  lab.advance(2 * minute);
  await lab.visit('https://shop.example/account');
  lab.advance(minute);
  await lab.visit('https://news.example/');
  await lab.visit('https://shop.example/cart');
  lab.advance(3 * minute);
  await send('/logout', []);
  const creator = { name: 'Remember Me', version: '1' };
  return JSON.stringify(writeHar({ exchanges: lab.exchanges, log: lab.log, creator }));
}
