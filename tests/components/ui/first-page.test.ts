import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import { firstVisit } from '../../../src/lab/first-visit.ts';
import { FirstLab } from '../../../src/ui/first-page/first-lab.svelte.ts';
import FirstPage from '../../../src/ui/first-page/FirstPage.svelte';
import { Navigation } from '../../../src/ui/shell/navigation.svelte.ts';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

/** Without a connection the lab's code cannot be loaded. */
function showFirstPage({ connected = true } = {}) {
  const lab = testLab();
  let isConnected = connected;
  const connect = () => (isConnected = true);
  const progress = new ProgressKeeper({ get: () => null, set: () => undefined });
  render(FirstPage, {
    language: 'en',
    navigation: new Navigation('/'),
    progress,
    createFirstLab: () =>
      new FirstLab({
        snapshot: () => firstVisit('en'),
        createLab: (snapshot) => {
          if (!isConnected) return Promise.reject(new TypeError('no connection'));
          lab.restore(snapshot);
          return Promise.resolve(lab);
        },
      }),
  });
  return { lab, progress, connect };
}

async function press(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function signInWithThreeClicks() {
  await userEvent.click(
    (await pageHeaded('Baked today')).getByRole('button', { name: 'Add Salt bread to the cart' }),
  );
  await press('Let it remember: by session');
  await userEvent.click((await pageHeaded('Sign in')).getByRole('button', { name: 'Sign in' }));
  await screen.findByText(/^One number in three places/);
}

const lane = (name: string) => within(screen.getByRole('region', { name }));

test('a bread put in without memory is forgotten at once', async () => {
  showFirstPage();
  await userEvent.click(
    (await pageHeaded('Baked today')).getByRole('button', { name: 'Add Salt bread to the cart' }),
  );
  expect(await screen.findByText(/^The cart is empty/)).toBeVisible();
  expect(lane('Server').getByText(/Who are you\?/)).toBeVisible();
  expect(lane('Wire').getAllByText('no Cookie')).not.toHaveLength(0);
  expect(lane('Browser').getByText(/^No cookie yet/)).toBeVisible();
});

test('three clicks make one number stand on the wire, in the browser and at the server', async () => {
  const { lab } = showFirstPage();
  await signInWithThreeClicks();
  const name = `Key ${lab.sessions[0]!.id}`;
  expect(await lane('Browser').findByRole('button', { name })).toBeVisible();
  expect(lane('Server').getByRole('button', { name })).toBeVisible();
  expect(lane('Server').getByText('Alice')).toBeVisible();
  await waitFor(() => {
    const pills = lane('Wire').getAllByRole('button', { name });
    const fields = pills.map((pill) => pill.closest('.what')?.textContent.trim().split('=')[0]);
    expect(fields).toEqual(['Set-Cookie: sid', 'Cookie: sid']);
  });
});

test('a closed browser loses the cookie and leaves the row', async () => {
  showFirstPage();
  await signInWithThreeClicks();
  await press('Close the browser: is the session gone?');
  expect(await lane('Browser').findByText(/^No cookie yet/)).toBeVisible();
  expect(lane('Server').getByText('Alice')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Find out in the lab' })).toHaveAttribute(
    'href',
    '/en/sessions/#close-and-copy',
  );
});

test('starting over leads back to the shop that remembers nothing', async () => {
  showFirstPage();
  await signInWithThreeClicks();
  await press('Start over');
  expect(await screen.findByText(/^Click “Add”/)).toBeVisible();
  await pageHeaded('Baked today');
  expect(lane('Server').queryByText('Alice')).toBeNull();
});

test('the shop is there before the lab is, and the first press is not lost', async () => {
  const { lab } = showFirstPage();
  await pageHeaded('Baked today');
  expect(lane('Wire').getByText('GET /')).toBeVisible();
  expect(lab.exchanges).toEqual([]);
  await userEvent.click(
    (await pageHeaded('Baked today')).getByRole('button', { name: 'Add Salt bread to the cart' }),
  );
  expect(await screen.findByText(/^The cart is empty/)).toBeVisible();
  expect(lab.exchanges.some(({ request }) => request.method === 'POST')).toBe(true);
});

test('a lab that could not be loaded says so, and does what was wanted when tried again', async () => {
  const { connect } = showFirstPage({ connected: false });
  await userEvent.click(
    (await pageHeaded('Baked today')).getByRole('button', { name: 'Add Salt bread to the cart' }),
  );
  within(await screen.findByRole('alert')).getByText(/^The lab could not be loaded/);
  await press('Try again');
  expect(await screen.findByRole('alert')).toBeVisible();
  connect();
  await press('Try again');
  expect(await screen.findByText(/^The cart is empty/)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('who has been here is offered to go on where they were', async () => {
  const { progress } = showFirstPage();
  expect(screen.queryByRole('link', { name: 'Go on where you were' })).toBeNull();
  progress.arrivedAt({ chapter: 'sessions', step: 'look-up' });
  const link = await screen.findByRole('link', { name: 'Go on where you were' });
  expect(link).toHaveAttribute('href', '/en/sessions/#look-up');
});
