import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { checkTypedAddress } from '../../src/browser/address.ts';
import InstancesControl from '../../src/ui/controls/InstancesControl.svelte';
import ServerColumn from '../../src/ui/server/ServerColumn.svelte';
import { signIn, testLab } from '../unit/lab/test-lab.ts';

afterEach(cleanup);

const row = (name: string) =>
  within(screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr')!);

test('one instance needs no table; more of them have one', async () => {
  const lab = testLab();
  render(ServerColumn, { lab, exchange: null, language: 'en' });
  expect(screen.getByText('shop.example · 1 instance · in memory')).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Instances' })).toBeNull();
  lab.changeInstances({ count: 3, sessionStore: 'shared' });
  expect(await screen.findByText('shop.example · 3 instances · shared store')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Instances' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'store' })).toBeVisible();
});

test('an instance is stopped and started by hand, and its sessions are gone', async () => {
  const lab = testLab();
  lab.changeInstances({ count: 2, balancing: 'sticky' });
  await signIn(lab);
  render(ServerColumn, { lab, exchange: null, language: 'en' });
  const holder = lab.sessionsByMachine[0]!.machines[0]!;
  expect(screen.getByText(`on ${holder}`)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: `Stop ${holder}` }));
  expect(await row(holder).findByText('stopped')).toBeVisible();
  expect(lab.sessions).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: `Start ${holder}` }));
  expect(row(holder).queryByText('stopped')).toBeNull();
});

test('how many there are, and where their sessions are, is chosen by name', async () => {
  const lab = testLab();
  render(InstancesControl, { lab });
  await userEvent.click(screen.getByRole('button', { name: 'Instances' }));
  await userEvent.selectOptions(screen.getByLabelText('How many'), '4');
  await userEvent.selectOptions(screen.getByLabelText('Requests go'), 'sticky by cookie');
  await userEvent.selectOptions(screen.getByLabelText('Sessions are'), 'shared store');
  await userEvent.selectOptions(await screen.findByLabelText('Round trip to the store'), '20 ms');
  expect(lab.settings.instances).toEqual({
    count: 4,
    balancing: 'sticky',
    sessionStore: 'shared',
    storeRoundTripMs: 20,
  });
});

test.each(['shop example', 'https://shop%20example/', 'shop%zz.example'])(
  'an address with a space or a percent sign in its host is no address: %s',
  (typed) => {
    expect(checkTypedAddress(typed)).toMatchObject({ ok: false, code: 'invalid-url' });
  },
);
