import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import ControlBar from '../../../src/ui/controls/ControlBar.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function openPopover(name: string) {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en' });
  await userEvent.click(screen.getByRole('button', { name }));
  return { lab, popover: within(await screen.findByRole('dialog', { name })) };
}

test('the attributes of the cookie are chosen, and the next cookie has them', async () => {
  const { lab, popover } = await openPopover('Attributes');
  await userEvent.click(popover.getByRole('checkbox', { name: 'HttpOnly' }));
  await userEvent.selectOptions(popover.getByRole('combobox', { name: 'SameSite' }), 'Strict');
  await userEvent.selectOptions(popover.getByRole('combobox', { name: 'Max-Age' }), '7 days');
  await userEvent.selectOptions(popover.getByRole('combobox', { name: 'Domain' }), 'shop.example');
  await signIn(lab);
  const [cookie] = lab.browser.jar.all();
  expect(cookie).toMatchObject({
    httpOnly: false,
    sameSite: 'strict',
    persistent: true,
    hostOnly: false,
  });
});

test('a switch tells at once what it means', async () => {
  const { popover } = await openPopover('Attributes');
  expect(popover.getByText('Script cannot read it.')).toBeVisible();
  await userEvent.click(popover.getByRole('checkbox', { name: 'HttpOnly' }));
  expect(popover.getByText('Any script of the page can read it.')).toBeVisible();
});

test('the idle time-out is chosen in words', async () => {
  const { lab, popover } = await openPopover('Time-outs');
  const idle = popover.getByRole('combobox', { name: 'Idle' });
  expect(idle).toHaveDisplayValue('30 minutes');
  await userEvent.selectOptions(idle, '5 minutes');
  expect(lab.settings.idleTimeoutSeconds).toBe(300);
});

test('a popover is opened with the keyboard, used and left with Escape', async () => {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en' });
  const button = screen.getByRole('button', { name: 'Time-outs' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Time-outs' });
  expect(button).toHaveAttribute('aria-expanded', 'true');
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));

  within(dialog).getByRole('checkbox', { name: 'New session ID at sign-in' }).focus();
  await userEvent.keyboard(' ');
  expect(lab.settings.regenerateAtSignIn).toBe(false);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(button).toHaveFocus());
});

test('what is chosen in a popover can be undone', async () => {
  const { lab, popover } = await openPopover('Attributes');
  const secure = popover.getByRole('checkbox', { name: 'Secure' });
  await userEvent.click(secure);
  expect(secure).not.toBeChecked();
  lab.undo();
  await waitFor(() => expect(secure).toBeChecked());
});
