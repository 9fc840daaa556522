import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { textOfElement } from '../../../src/browser/page/element-by-id.ts';
import { sought } from '../../../src/ui/secret/sought.svelte.ts';
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

describe('a table of several rows', () => {
  const names = () =>
    screen.getAllByRole('row').flatMap((one) => {
      const cell = within(one).queryAllByRole('cell')[0]?.textContent;
      return cell === 'Alice' || cell === 'Bob' || cell === 'guest' ? [cell] : [];
    });

  async function withThreeSessions() {
    const lab = showTable();
    await signIn(lab);
    lab.showBrowser('mallory-laptop');
    await signIn(lab, 'bob', 'honey');
    lab.showBrowser('alice-laptop');
    lab.deleteCookie(lab.browser.jar.all()[0]!);
    await lab.visit('https://shop.example/');
    await lab.submitForm({ action: '/cart', method: 'post', entries: [['product', 'croissant']] });
    await screen.findByText('3 sessions');
    return lab;
  }

  test('is put in order by a press on a column, back and off again', async () => {
    await withThreeSessions();
    expect(names()).toEqual(['Alice', 'Bob', 'guest']);
    const user = () => screen.getByRole('columnheader', { name: 'User' });
    await userEvent.click(within(user()).getByRole('button'));
    await userEvent.click(within(user()).getByRole('button'));
    expect(user()).toHaveAttribute('aria-sort', 'descending');
    expect(names()).toEqual(['guest', 'Bob', 'Alice']);
    await userEvent.click(within(user()).getByRole('button'));
    expect(user()).toHaveAttribute('aria-sort', 'none');
    expect(names()).toEqual(['Alice', 'Bob', 'guest']);
  });

  test('is filtered by what one types, and says when nothing is left', async () => {
    await withThreeSessions();
    const filter = screen.getByRole('searchbox', { name: 'Filter by key, user or server' });
    await userEvent.type(filter, 'GUEST');
    expect(names()).toEqual(['guest']);
    await userEvent.clear(filter);
    await userEvent.type(filter, 'bob');
    expect(names()).toEqual(['Bob']);
    expect(screen.getByText('1 of 3 sessions')).toBeVisible();
    await userEvent.type(filter, 'x');
    expect(screen.getByText(/^No session has “bobx”/)).toBeVisible();
    await userEvent.clear(filter);
    expect(names()).toHaveLength(3);
  });
});

describe('a row by hand', () => {
  async function withRow() {
    const lab = showTable();
    await signIn(lab);
    await row(/Alice/);
    return lab;
  }

  test('is changed: another user, another cart, an end now; and changed back by undo', async () => {
    const lab = await withRow();
    const [before] = lab.sessions;
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'User' }), 'Bob');
    const cart = screen.getByRole('textbox', { name: 'Cart (JSON)' });
    await userEvent.clear(cart);
    await userEvent.paste('{"baguette": 2}');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(lab.sessions).toEqual([{ ...before, userId: 'bob', data: { cart: { baguette: 2 } } }]);
    await lab.visit('https://shop.example/account');
    expect(textOfElement(lab.browser.activeTab?.page?.body ?? [], 'greeting')).toMatch(/Bob/);
    lab.undo();
    lab.undo();
    expect(lab.sessions).toEqual([before]);
  });

  test.each([
    ['{', 'The cart is not JSON. Try {"salt-bread": 2}.'],
    [
      '{"croissant": "many"}',
      'The cart wants a whole number of pieces for each product, such as {"salt-bread": 2}.',
    ],
    ['[1]', 'The cart wants a whole number of pieces for each product, such as {"salt-bread": 2}.'],
  ])('refuses a cart like %s, and keeps what was typed', async (typed, problem) => {
    const lab = await withRow();
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const cart = screen.getByRole('textbox', { name: 'Cart (JSON)' });
    await userEvent.clear(cart);
    await userEvent.paste(typed);
    expect(screen.getByRole('alert')).toHaveTextContent(problem);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(lab.sessions[0]?.data).toEqual({ cart: {} });
  });

  test('leads to the browser that has its key, whichever it is', async () => {
    const lab = await withRow();
    const [session] = lab.sessions;
    lab.showBrowser('mallory-laptop');
    await userEvent.click(screen.getByRole('button', { name: 'Where is its key?' }));
    expect(lab.browserId).toBe('alice-laptop');
    expect(sought.isSought(session!.id, 'browser')).toBe(true);
  });

  test('says when no browser has its key any more', async () => {
    const lab = await withRow();
    lab.deleteCookie(lab.browser.jar.all()[0]!);
    await userEvent.click(screen.getByRole('button', { name: 'Where is its key?' }));
    expect(screen.getByText('No browser of this lab has this key any more.')).toBeVisible();
  });
});

describe('a very long table', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => ({
    machines: ['shop-1'],
    record: {
      id: index.toString(16).padStart(32, '0'),
      userId: index % 2 === 0 ? 'alice' : 'bob',
      data: { cart: {} },
      createdAt: 0,
      lastSeenAt: index,
      idleExpiresAt: 8e15,
      absoluteExpiresAt: 8e15,
    },
  }));

  test('draws only the rows at which one looks, and gets to any of them', async () => {
    render(SessionTable, { lab: testLab(), language: 'en', rows });
    const table = await screen.findByRole('table', {}, { timeout: 10_000 });
    expect(table).toHaveAttribute('aria-rowcount', '5000');
    await screen.findByRole('button', { name: `Key ${rows[0]!.record.id}` });
    expect(screen.getAllByRole('button', { name: /^Key / }).length).toBeLessThan(40);
    sought.seek(rows[4321]!.record.id, 'server');
    expect(
      await screen.findByRole('button', { name: `Key ${rows[4321]!.record.id}` }),
    ).toBeVisible();
  });

  test('is filtered down to a short one', async () => {
    render(SessionTable, { lab: testLab(), language: 'en', rows });
    await userEvent.type(screen.getByRole('searchbox'), '1337');
    expect(await screen.findByText('1 of 5000 sessions')).toBeVisible();
    expect(screen.getAllByRole('button', { name: /^Key / })).toHaveLength(1);
  });
});
