import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { Later } from '../../../src/ui/parts/later.svelte.ts';
import LaterGreeting from '../fixtures/LaterGreeting.svelte';

afterEach(cleanup);

/** A piece that comes when the test says so. */
function heldBack() {
  let resolve!: (module: { greeting: string }) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<{ greeting: string }>((come, fail) => {
    resolve = come;
    reject = fail;
  });
  const asked: string[] = [];
  const part = new Later(() => {
    asked.push('code');
    return promise;
  });
  return { part, asked, resolve, reject };
}

test('its room is kept until the code is there, which is asked for once', async () => {
  const { part, asked, resolve } = heldBack();
  render(LaterGreeting, { part });
  expect(screen.getByText('Its room')).toBeVisible();
  resolve({ greeting: 'Good morning' });
  expect(await screen.findByText('Good morning')).toBeVisible();
  expect(screen.queryByText('Its room')).toBeNull();
  await part.want();
  expect(asked).toEqual(['code']);
});

test('what is there already is shown at once', async () => {
  const part = new Later(() => Promise.resolve({ greeting: 'Good morning' }));
  await part.want();
  render(LaterGreeting, { part });
  expect(screen.getByText('Good morning')).toBeVisible();
});

test('what may wait is not asked for while the page is being set up, and comes by itself', async () => {
  const { part, asked, resolve } = heldBack();
  resolve({ greeting: 'Good morning' });
  render(LaterGreeting, { part, patient: true });
  expect(asked).toEqual([]);
  expect(await screen.findByText('Good morning')).toBeVisible();
});

test('code that does not come is said, with a way to try again', async () => {
  const { part, reject } = heldBack();
  render(LaterGreeting, { part });
  reject(new Error('offline'));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
