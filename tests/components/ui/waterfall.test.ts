import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import ConnectionsControl from '../../../src/ui/controls/ConnectionsControl.svelte';
import Waterfall from '../../../src/ui/wire/Waterfall.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

const home = 'https://shop.example/';
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

async function showLoad(change: Parameters<ReturnType<typeof testLab>['changeConnections']>[0]) {
  const lab = testLab();
  lab.changeConnections(change);
  await lab.visit(home);
  const page = lab.exchanges.find(({ kind }) => kind === 'navigation')!;
  render(Waterfall, {
    exchanges: lab.exchanges,
    selectedId: page.id,
    onselect: () => undefined,
    language: 'en',
  });
  return lab;
}

test('says what will be drawn before there is a page', () => {
  render(Waterfall, { exchanges: [], selectedId: null, onselect: () => undefined, language: 'en' });
  expect(screen.getByText(/^No page has been loaded yet/)).toBeVisible();
});

test.each([
  ['1.0', 8],
  ['1.1', 6],
  ['2', 1],
  ['3', 1],
] as const)(
  'HTTP/%s: a page with seven files shakes hands %i times',
  async (httpVersion, count) => {
    await showLoad({ httpVersion });
    expect(rows()).toHaveLength(8);
    expect(
      screen.getByText(new RegExp(`^${String(count)} handshake${count === 1 ? '' : 's'} ·`)),
    ).toBeVisible();
    expect(screen.getAllByText(/^new connection/)).toHaveLength(count);
  },
);

test('each row says in words what its request waited for', async () => {
  await showLoad({ httpVersion: '1.1', roundTripMs: 100, serverMs: 10 });
  const [first, second] = rows();
  expect(within(first!).getByRole('button', { name: 'GET /' })).toBeVisible();
  within(first!).getByText(
    'TCP handshake 100 ms, TLS handshake 100 ms, request and response 110 ms',
  );
  within(second!).getByText('connection 1 again');
});

test('choosing a row chooses its exchange', async () => {
  const lab = testLab();
  await lab.visit(home);
  const [page] = lab.exchanges;
  const chosen: string[] = [];
  render(Waterfall, {
    exchanges: lab.exchanges,
    selectedId: page!.id,
    onselect: (id: string) => chosen.push(id),
    language: 'en',
  });
  await userEvent.click(screen.getByRole('button', { name: 'GET /style.css' }));
  expect(chosen).toEqual([lab.exchanges[1]!.id]);
});

test('settings change the connections, and a crowd is told of', async () => {
  const lab = testLab();
  render(ConnectionsControl, { lab, language: 'en' });
  await userEvent.click(screen.getByRole('button', { name: 'Connections' }));
  await userEvent.selectOptions(screen.getByLabelText('HTTP version'), '2');
  expect(lab.connectionSettings.httpVersion).toBe('2');

  const slots = screen.getByLabelText('Slots of the server');
  await userEvent.clear(slots);
  await userEvent.type(slots, '0{Tab}');
  expect(slots).toHaveValue(100);
  await userEvent.clear(slots);
  await userEvent.type(slots, '20{Tab}');
  expect(lab.connectionSettings.slots).toBe(20);

  await userEvent.click(screen.getByRole('button', { name: 'Let 50 guests come' }));
  within(await screen.findByRole('status')).getByText(/^Of 50 guests, /);
  lab.advance(1000);
  expect(await screen.findByText(/^20 of 20 slots held/)).toBeVisible();
});
