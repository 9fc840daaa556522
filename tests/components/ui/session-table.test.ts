import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import SessionTable from '../../../src/ui/server/SessionTable.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

const minute = 60_000;

function showTable() {
  const lab = testLab();
  render(SessionTable, { lab, language: 'en' });
  return lab;
}

const row = (name: RegExp) => screen.findByRole('row', { name });

test('an empty table says how a row comes about, or that there will be none', async () => {
  const lab = showTable();
  expect(screen.getByText(/^No session yet/)).toBeVisible();
  lab.changeSettings({ remember: 'plain-cookie' });
  expect(await screen.findByText(/^The shop keeps no sessions/)).toBeVisible();
});

test('signing in makes a row appear', async () => {
  const lab = showTable();
  await signIn(lab);
  const alice = within(await row(/Alice/));
  expect(alice.getByRole('button', { name: `Key ${lab.sessions[0]!.id}` })).toBeVisible();
  expect(alice.getByText('just now')).toBeVisible();
  expect(alice.getByText('30:00')).toBeVisible();
  expect(screen.getByText('1 session')).toBeVisible();
});

test('a bread shows in the row of the one who put it in', async () => {
  const lab = showTable();
  await signIn(lab);
  expect(await screen.findByText('Cart: empty')).toBeVisible();
  await lab.submitForm({ action: '/cart', method: 'post', entries: [['product', 'salt-bread']] });
  expect(await screen.findByText('Cart: Salt bread 1')).toBeVisible();
});

test('a session that is not used is over when its time is', async () => {
  const lab = showTable();
  await signIn(lab);
  lab.advance(29 * minute);
  expect(within(await row(/Alice/)).getByText('1:00')).toBeVisible();
  expect(within(await row(/Alice/)).getByText(/^29.*ago$/)).toBeVisible();
  lab.advance(minute);
  expect(within(await row(/Alice.*over/)).getByText('over')).toBeVisible();
});

test('being seen starts the idle time-out anew', async () => {
  const lab = showTable();
  await signIn(lab);
  lab.advance(29 * minute);
  await lab.visit('https://shop.example/account');
  expect(within(await row(/30:00/)).getByText('just now')).toBeVisible();
});

test('the absolute time-out ends a session however busy it is', async () => {
  const lab = showTable();
  lab.changeSettings({ absoluteTimeoutSeconds: 3600 });
  await signIn(lab);
  expect(await screen.findByText('ends at the latest in 1:00:00')).toBeVisible();
  lab.advance(29 * minute);
  await lab.visit('https://shop.example/account');
  lab.advance(29 * minute);
  await lab.visit('https://shop.example/account');
  expect(await row(/just now 2:00$/)).toBeVisible();
});

test('a revoked row is gone from the server', async () => {
  const lab = showTable();
  await signIn(lab);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  expect(screen.getByText('0 sessions')).toBeVisible();
  expect(lab.sessions).toEqual([]);
});

test('a restarted server has forgotten every row', async () => {
  const lab = showTable();
  await signIn(lab);
  await row(/Alice/);
  lab.restartServer();
  expect(await screen.findByText(/^No session yet/)).toBeVisible();
});
