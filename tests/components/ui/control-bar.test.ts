import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import ControlBar from '../../../src/ui/controls/ControlBar.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

function showBar() {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en' });
  return lab;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));

test.each([
  ['+1 min', 60_000],
  ['+30 min', 30 * 60_000],
  ['+1 day', 86_400_000],
])('%s turns the clock of the lab', async (name, ms) => {
  const lab = showBar();
  const before = lab.clock.now;
  await press(name);
  expect(lab.clock.now - before).toBe(ms);
});

test('the clock shows the time of the bakery', async () => {
  const lab = showBar();
  const clock = within(screen.getByRole('group', { name: 'Clock' })).getByRole('time');
  const before = clock.textContent;
  await press('+1 min');
  expect(clock).toHaveAttribute('datetime', new Date(lab.clock.now).toISOString());
  expect(clock.textContent).not.toBe(before);
});

test('the way to remember is chosen by name', async () => {
  const lab = showBar();
  const choice = screen.getByRole('combobox', { name: 'Memory' });
  expect(choice).toHaveDisplayValue('Session');
  await userEvent.selectOptions(choice, 'JWT in a cookie');
  expect(lab.settings.remember).toBe('jwt-cookie');
});

test('the browser is closed and opened by one button, which says what it will do', async () => {
  const lab = showBar();
  await lab.visit('https://shop.example/');
  await press('Close browser');
  expect(lab.browser.open).toBe(false);
  await press('Open browser');
  expect(lab.browser.open).toBe(true);
  expect(button('Close browser')).toBeVisible();
});

test('restarting the server loses its sessions, not the cookie', async () => {
  const lab = showBar();
  await signIn(lab);
  await press('Restart server');
  expect(lab.sessions).toEqual([]);
  expect(lab.browser.jar.all()).toHaveLength(1);
});

test('undo is there when there is something to undo', async () => {
  const lab = showBar();
  expect(button('Undo')).toBeDisabled();
  await press('Restart server');
  expect(button('Undo')).toBeEnabled();
  await press('Undo');
  expect(button('Undo')).toBeDisabled();
  expect(lab.log).toEqual([]);
});

test('starting over empties the lab, and can be undone itself', async () => {
  const lab = showBar();
  await signIn(lab);
  await press('Start over');
  expect([lab.sessions, lab.exchanges, lab.browser.jar.all()]).toEqual([[], [], []]);
  await press('Undo');
  expect(lab.sessions).toHaveLength(1);
});

test('beside a lesson there are only the controls that the lessons turn', () => {
  render(ControlBar, { lab: testLab(), language: 'en', turned: [] });
  expect(screen.getByRole('button', { name: 'Time-outs' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Connections' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Instances' })).toBeNull();
  cleanup();
  render(ControlBar, { lab: testLab(), language: 'en', turned: ['network', 'instances-control'] });
  expect(screen.getByRole('combobox', { name: 'Network' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Instances' })).toBeVisible();
});
