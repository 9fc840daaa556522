import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { careful } from '../../../src/server/shop/settings.ts';
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

test('carelessness is switched on behind a warning, and off all at once', async () => {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en' });
  expect(screen.queryByRole('button', { name: 'Careless verifier' })).toBeNull();
  lab.changeSettings({ remember: 'jwt-cookie' });
  await userEvent.click(await screen.findByRole('button', { name: 'Careless verifier' }));
  const popover = within(await screen.findByRole('dialog', { name: 'Careless verifier' }));
  expect(popover.getByText(/^Each of these is a hole/)).toBeVisible();
  await userEvent.click(popover.getByRole('checkbox', { name: 'Accept alg: none' }));
  await userEvent.click(popover.getByRole('checkbox', { name: 'Skip aud' }));
  expect(lab.settings.careless).toMatchObject({ acceptNone: true, skipAudience: true });
  expect(await screen.findByRole('button', { name: 'Careless: 2' })).toBeVisible();
  await userEvent.click(popover.getByRole('button', { name: 'Careful again' }));
  expect(lab.settings.careless).toEqual(careful);
});

test('the algorithm and the taking back of the token in the cookie are chosen', async () => {
  const lab = testLab();
  lab.changeSettings({ remember: 'jwt-cookie' });
  render(ControlBar, { lab, language: 'en' });
  await userEvent.click(screen.getByRole('button', { name: 'Tokens' }));
  const popover = within(await screen.findByRole('dialog', { name: 'Tokens' }));
  expect(popover.getByText(/^One secret signs and verifies/)).toBeVisible();
  await userEvent.selectOptions(popover.getByRole('combobox', { name: 'Algorithm' }), 'Ed25519');
  expect(popover.getByText(/^The private key signs/)).toBeVisible();
  await userEvent.selectOptions(
    popover.getByRole('combobox', { name: 'Taking back early' }),
    'Token version',
  );
  expect(lab.settings).toMatchObject({
    cookieTokenAlgorithm: 'Ed25519',
    accessTokenRevocation: 'token-version',
  });
});

test('the tokens have their own settings in their own way; each is taken over, and can be undone', async () => {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en' });
  expect(screen.queryByRole('button', { name: 'Tokens' })).toBeNull();
  lab.changeSettings({ remember: 'access-refresh' });
  await userEvent.click(await screen.findByRole('button', { name: 'Tokens' }));
  const popover = within(await screen.findByRole('dialog', { name: 'Tokens' }));
  const choose = async (name: string, choice: string) =>
    userEvent.selectOptions(await popover.findByRole('combobox', { name }), choice);
  await choose('Algorithm', 'Ed25519');
  await choose('Access token lives', '1 minute');
  await choose('Access token in', 'memory');
  await choose('Taking back early', 'Deny-list by jti');
  await choose('Refresh token lives', '7 days');
  await choose('Refresh token in', 'localStorage');
  await choose('Grace period', '10 seconds');
  await userEvent.click(popover.getByRole('checkbox', { name: 'Reuse revokes the family' }));
  await userEvent.click(popover.getByRole('checkbox', { name: 'Rotation' }));
  expect(lab.settings).toMatchObject({
    accessTokenAlgorithm: 'Ed25519',
    accessTokenLifetimeSeconds: 60,
    accessTokenIn: 'memory',
    accessTokenRevocation: 'deny-list',
    refreshLifetimeSeconds: 7 * 86_400,
    refreshTokenIn: 'local-storage',
    refreshGraceSeconds: 10,
    detectRefreshReuse: false,
    rotateRefreshTokens: false,
  });
  expect(popover.getByRole('combobox', { name: 'Grace period' })).toBeDisabled();
  for (let count = 0; count < 9; count += 1) lab.undo();
  await waitFor(() =>
    expect(popover.getByRole('combobox', { name: 'Access token lives' })).toHaveDisplayValue(
      '5 minutes',
    ),
  );
  expect(popover.getByRole('checkbox', { name: 'Rotation' })).toBeChecked();
});
